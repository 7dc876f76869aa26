import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { textPreviewSchema } from '../../../electron/contract/corpus.ts';
import {
  createTokenizer,
  detectLanguage,
  previewFile,
  proposeTokenizer,
  readCorpus,
} from '../../../electron/engine/text/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'aesop-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  );

describe('reading a corpus', () => {
  test('the fable, from its file', async () => {
    const path = 'resources/corpora/belling-the-cat.txt';
    const corpus = await readCorpus({ path });
    expect(corpus).toMatchObject({
      encoding: 'utf-8',
      bytes: 978,
      characters: 978,
      lines: 1,
      language: 'en',
      replaced: 0,
    });
    expect(corpus.vocabulary).toMatchObject({ tokenizer: 'whitespace', lowercase: false, size: 112 });
    expect(corpus.ids.length).toBe(204);
    expect(corpus.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  test('a text is the same corpus whatever encoding and line ends it came in', async () => {
    const text = readFileSync('resources/corpora/chinese-fables.txt', 'utf8').replace(/[㘎簳騞軱虷謋]/g, '口');
    const plain = await readCorpus({ text });
    for (const [name, bytes] of Object.entries({
      gb: iconv.encode(text, 'gb18030'),
      utf16: iconv.encode(text, 'utf-16be', { addBOM: true }),
      dos: Buffer.from(text.replaceAll('\n', '\r\n')),
    })) {
      const corpus = await readCorpus({ path: file(name, bytes) });
      expect(corpus).toMatchObject({
        sha256: plain.sha256,
        characters: text.length,
        lines: plain.lines,
        language: 'zh',
      });
      expect(corpus.ids).toEqual(plain.ids);
      expect(corpus.vocabulary.toJSON()).toEqual(plain.vocabulary.toJSON());
    }
  });

  test('the text is handed on, progress told, broken places counted', async () => {
    const line = 'The mice had a general council, 老鼠开会.\n';
    const path = file(
      'long.txt',
      Buffer.concat([Buffer.from(line.repeat(60_000)), Buffer.from([0xff, 0xfe]), Buffer.from(line)]),
    );
    let text = '';
    const fractions: number[] = [];
    const corpus = await readCorpus(
      { path },
      { onText: (piece) => void (text += piece), onProgress: (fraction) => fractions.push(fraction) },
    );
    expect(corpus).toMatchObject({ replaced: 2, lines: 60_001 });
    expect(text).toBe(`${line.repeat(60_000)}\ufffd\ufffd${line}`);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    const { vocabulary, ids } = corpus;
    expect(createTokenizer('words').join(Array.from(ids, (id) => vocabulary.symbol(id)))).toBe(text);
  });

  test('pasted text with halves of characters is read', async () => {
    const corpus = await readCorpus({ text: 'a \ud800 b' }, { tokenizer: 'whitespace' });
    expect(corpus.vocabulary.symbols).toEqual(['a', '\ufffd', 'b']);
  });

  test('bytes may come in small pieces', async () => {
    async function* pieces() {
      for (const byte of Buffer.from('the mice , the cat . the end .')) yield Uint8Array.of(byte);
    }
    const corpus = await readCorpus({ bytes: pieces() });
    expect(corpus.vocabulary).toMatchObject({ tokenizer: 'whitespace', size: 6 });
  });

  test('can be stopped', async () => {
    const path = file('stop.txt', 'the mice had a council\n'.repeat(200_000));
    const stop = new AbortController();
    const reading = readCorpus({ path }, { signal: stop.signal, onText: () => stop.abort(new Error('enough')) });
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('bad input', () => {
  test('each has its error', async () => {
    const cases: [path: string, code: string][] = [
      [join(folder, 'nowhere.txt'), 'file-missing'],
      [join(file('plain.txt', 'a'), 'below'), 'file-missing'],
      [folder, 'file-is-folder'],
      [file('empty.txt', ''), 'text-empty'],
      [file('blank.txt', ' \n\t '), 'text-blank'],
      [file('pages.txt', '\u3000\u00a0\u200b\ufeff \f\r\n'.repeat(9000)), 'text-blank'],
      [file('one.txt', 'ha ha ha ha'), 'text-one-symbol'],
      [file('binary.bin', Buffer.from('89504e470d0a1a0a0000000d4948445200000100', 'hex')), 'text-binary'],
    ];
    for (const [path, code] of cases)
      expect(await codeOf(readCorpus({ path }, { tokenizer: 'whitespace' }))).toBe(code);
    expect(await codeOf(readCorpus({ path: cases[0][0] }, { encoding: 'none' }))).toBe('encoding-unknown');
  });

  test('a file without permission', async () => {
    const path = file('secret.txt', 'secret');
    chmodSync(path, 0);
    // root may read everything: become nobody for a moment
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    const code = await codeOf(readCorpus({ path }));
    if (root) process.seteuid?.(0);
    expect(code).toBe('no-permission');
  });

  test('is in the language that it was found to be in when it came in, and cut by its rules', async () => {
    const text = 'IRMAK, ILIK IRMAK.';
    const options = { tokenizer: 'words', lowercase: true } as const;
    const [found, known] = [
      await readCorpus({ text }, options),
      await readCorpus({ text }, { ...options, language: 'tr' }),
    ];
    expect([found.language, known.language]).toEqual(['und', 'tr']);
    expect([found.vocabulary.id('irmak'), known.vocabulary.id('ırmak')]).not.toContain(undefined);
    expect(known.vocabulary.id('irmak')).toBeUndefined();
  });

  test('one line of ten megabytes is an ordinary text', async () => {
    const path = file('line.txt', 'the mice had a general council , '.repeat(300_000));
    const corpus = await readCorpus({ path });
    expect(corpus).toMatchObject({ lines: 1, characters: 9_900_000 });
    expect(corpus.ids.length).toBe(2_100_000);
  });
});

describe('preview', () => {
  test('shows the text, the first broken places and what else it might be', async () => {
    const bytes = Buffer.concat([Buffer.from('老鼠们'), Buffer.from([0xe4, 0xff]), Buffer.from('开会商量对付猫。')]);
    const preview = await previewFile(file('broken.txt', bytes), 'broken.txt');
    expect(() => textPreviewSchema.parse(preview)).not.toThrow();
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      bytes: bytes.length,
      replaced: 2,
      sample: '老鼠们\ufffd\ufffd开会商量对付猫。',
    });
    expect(preview.trouble.map(({ offset }) => offset)).toEqual([9, 10]);
    expect(preview.trouble[0].bytes).toMatch(/^e4/);
  });

  test('a wrong encoding, asked for, is shown and not refused', async () => {
    const path = file('gb.txt', iconv.encode('很久以前，老鼠们开会商量对付共同的敌人：猫。', 'gb18030'));
    const preview = await previewFile(path, 'gb.txt', 'utf-8');
    expect(preview.replaced).toBeGreaterThan(10);
    expect(preview.alternatives[0].encoding).toBe('gb18030');
    expect(preview.alternatives[0].sample).toContain('老鼠');
  });

  test('a table that reads every byte is not as plausible as the right one, even where that has damaged places', async () => {
    const bytes = iconv.encode('很久以前，老鼠们开会商量，怎样对付共同的敌人：猫。'.repeat(20), 'gb18030');
    bytes[51] = 0xff;
    const preview = await previewFile(file('gb-damaged.txt', bytes), 'gb.txt');
    expect(preview).toMatchObject({ encoding: 'gb18030' });
    expect(preview.replaced).toBeGreaterThan(0);
    expect(preview.plausibility).toBeGreaterThan(0.8);
    const shares = preview.alternatives.map(({ plausibility }) => plausibility);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const asRussian = await previewFile(join(folder, 'gb-damaged.txt'), 'gb.txt', 'windows-1251');
    expect(asRussian.replaced).toBe(0);
    expect(asRussian.plausibility).toBeLessThan(0.3);
    expect(asRussian.alternatives[0]).toMatchObject({ encoding: 'gb18030', plausibility: expect.any(Number) });
  });

  test('a folder, nothing and a picture are refused', async () => {
    mkdirSync(join(folder, 'inner'));
    expect(await codeOf(previewFile(join(folder, 'inner'), 'x'))).toBe('file-is-folder');
    expect(await codeOf(previewFile(file('none.txt', ''), 'x'))).toBe('text-empty');
    expect(await codeOf(previewFile(file('p.png', Buffer.alloc(100)), 'x'))).toBe('text-binary');
  });
});

describe('language', () => {
  test.each([
    ['en', 'The mouse said that it was easy to propose impossible remedies, and nobody spoke for a while.'],
    ['de', 'Die Maus sagte, dass es leicht ist, unmögliche Mittel vorzuschlagen, und niemand war da, der sprach.'],
    ['fr', 'La souris dit que les remèdes impossibles sont faciles à proposer et que personne ne se lève.'],
    ['es', 'El ratón dijo que es fácil proponer remedios imposibles y que nadie se levanta en el consejo.'],
    ['ru', 'Мышь сказала, что это легко, но никто не знал, как и кто бы к ней на это пошёл.'],
    ['zh', '宋人有耕者，田中有株，兔走触株，折颈而死。'],
    ['ja', '吾輩は猫である。名前はまだ無い。'],
    ['ko', '옛날에 쥐들이 모여서 회의를 했습니다.'],
    ['th', 'แมวกินปลา'],
    ['und', '12345 !!!'],
    ['tr', 'Yaşlı adam nehrin kıyısında yürüdü. Yağmur yağıyordu. Akşam eve döndü, kimseye anlatmadı.'],
    ['tr', 'Evin önünde büyük bir ağaç vardı. Annem pencereden bakardı. Çocuklar orada oynardı, ışık sönerdi.'],
    ['tr', 'Tilki kargayla karşılaştı. Karga dalda oturuyordu, gagasında peynir vardı. Şarkı söylemesini istedi.'],
    ['und', 'Azərbaycan dağları: qarğa ağacın başında, ağzında pendir; tülkü onu gördü, yaxınlaşdı.'],
  ])('%s', (language, text) => expect(detectLanguage(text)).toBe(language));

  test('proposes a tokenizer', () => {
    expect(proposeTokenizer('the mice , said the cat . now , then .', 'en', 1_000)).toBe('whitespace');
    expect(proposeTokenizer('The mice, said the cat. Now, then.', 'en', 1_000)).toBe('words');
    expect(proposeTokenizer('老鼠', 'zh', 6_000)).toBe('characters');
    expect(proposeTokenizer('老鼠', 'zh', 600_000)).toBe('words');
  });
});
