import { describe, expect, it } from 'vitest';
import { byteTable } from '../../../../electron/engine/text/encodings/text-decoder.ts';
import { ownSeconds } from '../../../tools/own-time.ts';
import { after, asProposed, findingsOf } from './prepared.ts';

/** A text as it stands after its UTF-8 was read by another table. */
function misread(text: string, encoding: string): string {
  const table = byteTable(encoding);
  return [...Buffer.from(text)].map((byte) => String.fromCharCode(table[byte])).join('');
}

const WRITTEN: Record<string, string> = {
  English: '“It’s late,” she said — and it was… Zoë had paid £5 for a café crème at 12 °C.\n',
  French: 'L’été dernier, le garçon était déjà à la fenêtre.\n— « Où est-elle ? » dit-il, très étonné.\n',
  German: 'Die Füchsin ging über die Brücke. „Größe heißt nichts“, sagte sie. Ähren und Öfen!\n',
  Portuguese: 'A mãe não viu o irmão. «Às três», disse a avó. A NAÇÃO É GRANDE.\n',
  Polish: 'Zażółć gęślą jaźń, rzekł lis i poszedł spać. Ślimak też.\n',
  Russian: 'Лиса встретила ворону у реки. И сказала ей: «Привет»!\nОна — молчала.\n',
  Greek: 'Η αλεπού συνάντησε το κοράκι στο ποτάμι.\n',
  Chinese: '狐狸在河边遇见了乌鸦。“你好！”\n',
  Japanese: '狐は烏に会った。「こんにちは」\n',
  Vietnamese: 'Con cáo gặp con quạ bên bờ sông. Ấy là một buổi sáng đẹp.\n',
  Emoji: 'We won 😀🎉 at last!\n',
};

describe('letters saved twice', () => {
  for (const table of ['windows-1252', 'iso-8859-1', 'windows-1251', 'cp437', 'cp850', 'windows-1250', 'ibm866'])
    for (const [language, text] of Object.entries(WRITTEN))
      it(`are mended where ${language} was read as ${table}`, async () => {
        expect(await asProposed(misread(text, table))).toMatchObject({ text, steps: ['mojibake'] });
      });

  it('are mended where Latin was read as Mac Roman', async () => {
    for (const language of ['English', 'French', 'German'])
      expect((await asProposed(misread(WRITTEN[language], 'macintosh'))).text).toBe(WRITTEN[language]);
  });

  it('are mended where that was done twice', async () => {
    const text = WRITTEN.French;
    expect((await asProposed(misread(misread(text, 'windows-1252'), 'windows-1252'))).text).toBe(text);
  });

  it('are named with their table, share and an example', async () => {
    const [found] = await findingsOf(`${'The heron stood. '.repeat(20)}\nItâ€™s late.\n`);
    expect(found).toMatchObject({ step: 'mojibake', sure: true, places: 1, facts: { table: 'windows-1252' } });
    expect(found.examples).toEqual([{ before: 'Itâ€™s late.', after: 'It’s late.' }]);
  });

  it('are mended where a closing quote lost its last byte', async () => {
    expect((await asProposed('â€œGo,â€ she said. â€œNow.â€\n')).text).toBe('“Go,” she said. “Now.”\n');
  });

  it('are mended among letters that are as they were written', async () => {
    const text = `${'Le garçon était déjà à la fenêtre.\n'.repeat(2)}Il Ã©tait tard.\n${misread(WRITTEN.French, 'windows-1252')}`;
    expect((await asProposed(text)).text).toContain('déjà à la fenêtre.\nIl était tard.\nL’été dernier');
  });

  it('are not seen where a text means those letters', async () => {
    const meant = [
      ...Object.values(WRITTEN),
      'Ã is a letter. Â too, and à la carte; voilà\u00a0» and «\u00a0été\u00a0».\n',
      '“Touché…” he said. CAFÉ… É—not È’ but À”, «IRMû, “NÃO”, VOILÀ\u00a0»!\n',
      'Різдво і Рівень, Сёмга и Рёбра. СССР… «СССР» — Рё.\nЋирилица: Ђорђе, Њива, Љубав.\n',
      'Ấy là Ân, Ăn, Â, Ã; đã, Đà Nẵng.\nÎn mâini: „România…” ÎNCĂ…\n',
      '√2 × √π ≈ 2,5; ∆x ≥ 0 — ¬p ∧ q. Γ = Ç, ├── a\n│   ├── b\n└── c\n',
      'Ähnlich ÖPNV… Å™ Ä© Öl®. ÆØÅ! Ø… ŠKODA Ž’s\n',
    ];
    for (const text of meant)
      expect(
        (await findingsOf(text)).filter(({ step }) => step === 'mojibake'),
        text,
      ).toEqual([]);
  });

  it('are mended where hard blanks became plain ones, or were left out', async () => {
    const hard = "L'été, il était à la porte, là-bas\xa0; voilà, dit-elle à Paul déjà\n";
    const plain = misread(hard, 'windows-1252').replaceAll('\xa0', ' ');
    expect((await asProposed(plain.repeat(4))).text).toBe(hard.repeat(4));
    const collapsed = plain.replace(/ {2,}/g, ' ').replace(/ +\n/g, '\n');
    expect((await asProposed(collapsed.repeat(4))).text).toBe(hard.repeat(4));
    const russian = 'Река и Россия, и Рим, Русь.\nВ доме.\n';
    const left = misread(russian, 'windows-1251').replaceAll('\xa0', ' ');
    expect((await asProposed(left.repeat(4))).text).toBe(russian.repeat(4));
    const meant = `Le cafÃ© est fermÃ©, l'Ã©tÃ©.\nAMANHÃ NÃO, IRMÃ .\n`;
    expect((await asProposed(meant)).text).toContain('AMANHÃ NÃO, IRMÃ .');
  });

  it('leave the rest to the letter', async () => {
    const text = 'Le cafÃ© «Été».\nNo mark here.\n';
    expect(await after('mojibake', text)).toBe('Le café «Été».\nNo mark here.\n');
  });

  it('are mended where Chinese or Japanese was read two bytes to a character', async () => {
    const read = (text: string, encoding: string) => new TextDecoder(encoding).decode(Buffer.from(text));
    const chinese = '狐狸在河边遇见了乌鸦\n乌鸦整天都没回答\n';
    expect(await asProposed(read(chinese, 'gbk'))).toMatchObject({ text: chinese, steps: ['mojibake'] });
    const japanese = 'きつねはからすにあって、こんにちはといった\n';
    expect((await asProposed(read(japanese, 'gbk'))).text).toBe(japanese);
    expect((await asProposed(read('これはとてもながいみちで\n', 'shift_jis'))).text).toBe('これはとてもながいみちで\n');
  });

  it('leave a sign where a byte of Chinese was lost', async () => {
    // three bytes to a character: where they are an odd number, the last one is lost at the end of the line
    const text = '天黑了，没有人说话了。\n乌鸦不回答。\n';
    for (const sign of ['\ufffd', '?']) {
      const misread = new TextDecoder('gbk').decode(Buffer.from(text));
      expect((await asProposed(misread.replaceAll('\ufffd', sign))).text).toBe(
        '天黑了，没有人说话了\ufffd\n乌鸦不回答\ufffd\n',
      );
    }
    expect(await findingsOf(text)).toEqual([]);
  });

  describe('leave what stands beside them as it is written', () => {
    const lines = [
      '狐狸在河边遇见了乌鸦，乌鸦整天都没回答',
      '他们走了很久，天黑了，没有人再说一句话。',
      '哈利·波特没有回答乌鸦',
    ];
    it.each([
      ['characters before them', '标题：', ''],
      ['characters before them that UTF-8 could be', '模模', ''],
      ['characters behind them', '', '谢谢模型'],
      ['signs that no table of two bytes has', '作者说明', '😀谢谢'],
      ['letters of other scripts', '한국어', '한국어'],
      ['places that were lost before', '标题\ufffd\ufffd', ''],
    ])('%s', async (_, before, behind) => {
      const misread = (text: string) => new TextDecoder('gbk').decode(Buffer.from(text));
      for (const sign of ['\ufffd', '?']) {
        const text = lines.map((line) => `${before}${misread(line).replaceAll('\ufffd', sign)}${behind}\n`).join('');
        const mended = (await after('mojibake', text.repeat(3))).split('\n').slice(0, 3);
        mended.forEach((line, at) => {
          expect(line.startsWith(before) && line.endsWith(behind), line).toBe(true);
          const inner = line.slice(before.length, line.length - behind.length);
          const lost = new RegExp(`^${[...lines[at]].map((each) => `(?:${each}|\ufffd)`).join('')}$`, 'u');
          expect(inner).toMatch(lost);
          expect(inner.split('\ufffd').length - 1).toBe(misread(lines[at]).split('\ufffd').length - 1);
        });
      }
    });
  });

  it('are looked at once, however many stand in a line', async () => {
    const words = new TextDecoder('gbk').decode(Buffer.from('狐狸在河边遇')).concat(' ').repeat(100_000);
    let text = '';
    expect(await ownSeconds(async () => ({ text } = await asProposed(`${words}\n`)))).toBeLessThan(6);
    expect(text).toBe(`${'狐狸在河边遇 '.repeat(100_000)}\n`);
  });
});
