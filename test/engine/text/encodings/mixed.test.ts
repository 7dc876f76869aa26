import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, TextReader } from '../../../../electron/engine/text/index.ts';

const LINES: [table: string, ours: string[], other: string][] = [
  ['windows-1252', ['Zoë paid for a café crème — “now”, she said.'], 'It’s late – he didn’t stay at the café.'],
  ['windows-1250', ['Zażółć gęślą jaźń, rzekł lis.'], 'Gdzieś w lesie śpiewał ptak, a my słuchaliśmy go.'],
  ['windows-1251', ['Лиса встретила ворону у реки.'], 'В доме было темно, и никто не отвечал.'],
  ['gb18030', ['狐狸在河边遇见了乌鸦。'], '他们一起走到村口的老树下，天黑了。'],
  ['shift_jis', ['狐は川のそばで烏に会った。'], '夜になって、誰もいなかった。'],
  ['macroman', ['L’été dernier, le garçon était déjà là.'], 'Elle a été à l’école près de l’église.'],
];
const named = (table: string) => `utf-8+${table === 'macroman' ? 'macintosh' : table}`;

/** A text in which one line in so many is of another table. */
function mixed([table, ours, other]: (typeof LINES)[number], one: number, count: number) {
  const lines = Array.from({ length: count }, (_, at) => (at % one === one - 1 ? other : ours[at % ours.length]));
  const bytes = lines.map((line) => iconv.encode(`${line}\n`, line === other ? table : 'utf-8'));
  return { bytes: Buffer.concat(bytes), text: lines.map((line) => `${line}\n`).join('') };
}

describe('UTF-8 with lines of another table', () => {
  for (const each of LINES)
    for (const one of [2, 5, 40])
      it(`is read line by line, and says so: one of ${one} is ${each[0]}`, () => {
        const { bytes, text } = mixed(each, one, 80);
        expect(decodeText(bytes)).toMatchObject({ text, encoding: named(each[0]), replaced: 0 });
      });

  it('is found out however far behind the other lines begin, wherever the pieces end', () => {
    const before = 'Где-то в лесу пела птица.\n'.repeat(8_000);
    const { bytes, text } = mixed(LINES[0], 7, 60);
    const all = Buffer.concat([Buffer.from(before), bytes]);
    for (const size of [1 << 20, 99_991]) {
      const reader = new TextReader();
      let read = '';
      for (let at = 0; at < all.length; at += size) read += reader.push(all.subarray(at, at + size));
      read += reader.end();
      expect(read === before + text).toBe(true);
      expect(reader).toMatchObject({ encoding: 'utf-8+windows-1252', replaced: 0 });
    }
  });

  it('keeps words in UTF-8 beside others in one line', () => {
    const line = Buffer.concat([Buffer.from('Le garçon était là, '), iconv.encode('très tôt.\n', 'windows-1252')]);
    const bytes = Buffer.concat([Buffer.from('La forêt était sombre.\n'.repeat(9)), line]);
    expect(decodeText(bytes).text.split('\n')[9]).toBe('Le garçon était là, très tôt.');
  });

  it('is no such thing where a character was cut: a sign stands for that', () => {
    const cut = Buffer.concat([Buffer.from('We won 😀').subarray(0, -1), Buffer.from('\n狐狸在河边\n')]);
    const torn = Buffer.concat([cut, Buffer.from('狐狸在河边遇见了乌').subarray(0, -2), Buffer.from('\n')]);
    expect(decodeText(torn)).toMatchObject({ encoding: 'utf-8', replaced: 2 });
  });

  it('is read as such where that is asked for, and as UTF-8 alone where that is', () => {
    const { bytes, text } = mixed(LINES[3], 9, 18);
    expect(decodeText(bytes, { encoding: 'UTF8+gbk' })).toMatchObject({ text, encoding: 'utf-8+gb18030' });
    expect(decodeText(bytes, { encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(bytes, { encoding: 'utf-8' }).replaced).toBeGreaterThan(9);
    for (const label of ['utf-8+utf-16', 'utf-8+gbk+big5'])
      expect(() => decodeText(bytes, { encoding: label })).toThrow('encoding-unknown');
  });

  it('says how else the other lines might be read, where that is not sure', () => {
    const bytes = Buffer.concat([Buffer.from('Zoë, José and Chloë met René at the café.\n'.repeat(4)), iconv.encode('Go – §4.\n', 'windows-1252')]); // prettier-ignore
    const { encoding, doubt } = decodeText(bytes);
    expect([encoding, doubt?.encoding].every((name) => name?.startsWith('utf-8+'))).toBe(true);
    expect(doubt?.sample).not.toBe(doubt?.ours);
  });

  it('keeps marks of a beginning and signs of loss that the file holds itself', () => {
    const text = 'Où est-elle ?\n\ufeffIl a dit \ufffd et voilà.\n'.repeat(3);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toMatchObject({ text, replaced: 0 });
  });
});
