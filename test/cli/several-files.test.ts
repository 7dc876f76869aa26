import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathOf } from '../cases/table.ts';
import { aesop, expectFailure, FABLE, temporaryFolder, usePortableEngine } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const run = (args: string[], input?: Parameters<typeof aesop>[1]) => aesop([...args, '--workspace', workspace], input);

const book = join(folder, 'My Book');
mkdirSync(join(book, 'more'), { recursive: true });
const chapter = (word: string) => `The ${word} went out. `.repeat(60);
writeFileSync(join(book, 'chapter 10.txt'), Buffer.from(`Né à Sète. ${chapter('cat')}`, 'latin1'));
writeFileSync(join(book, 'chapter 9.txt'), `${chapter('mouse')}He said “no” and "yes" and “perhaps”.\n`);
writeFileSync(join(book, 'more', 'end.txt'), chapter('dog'));
writeFileSync(
  join(book, 'noise.bin'),
  Uint8Array.from({ length: 4000 }, (_, k) => (k * 7919) % 31),
);
writeFileSync(join(book, '.hidden.txt'), chapter('secret'));
if (process.platform !== 'win32') execFileSync('mkfifo', [join(book, 'pipe')]);
const REFUSED = process.platform === 'win32' ? ['noise.bin'] : ['noise.bin', 'pipe'];

const QUICK = [
  '--units',
  '16',
  '--embedding-size',
  '8',
  '--steps',
  '6',
  '--report-every',
  '3',
  '--evaluate-every',
  '3',
];

interface Shown {
  sources: { name: string; encoding: string }[];
  refused?: { name: string; error: { code: string } }[];
}

test('a folder is one text of its files in natural order; what cannot be read is named and passed over', async () => {
  const shown = await run(['inspect', book, '--json']);
  expect(shown.code).toBe(0);
  const [corpus] = shown.json() as unknown as [Shown & { name: string }];
  expect(corpus.name).toBe('My Book');
  expect(corpus.sources.map(({ name, encoding }) => [name, encoding])).toEqual([
    ['chapter 9.txt', 'utf-8'],
    ['chapter 10.txt', 'windows-1252'],
    ['more/end.txt', 'utf-8'],
  ]);
  expect(corpus.refused!.map(({ name }) => name)).toEqual(REFUSED);
  const told = (await run(['inspect', book])).stdout;
  expect(told).toMatch(/^file 2 +chapter 10\.txt: 1\.\d kB, windows-1252, 3\d\.\d % of the text$/m);
  expect(told).toMatch(
    /^found +Quotes and dashes: 4 quotes and dashes of another kind than the rest\. \(--prepare quotes\)$/m,
  );
  expect(told).toMatch(/^passed over +noise\.bin: “noise\.bin” is not a text/m);
  // inspecting leaves nothing behind
  expect(readdirSync(join(workspace, 'corpora')).some((id) => id.startsWith('my-book'))).toBe(false);
});

type Measured = Record<'predictions' | 'loss' | 'bitsPerCharacter' | 'characters', number>;

test('a folder is learnt with one of its files kept aside by name, and measured file by file', async () => {
  const trained = await run(['train', book, ...QUICK, '--validation-file', 'chapter 10.txt', '--json']);
  expect(trained.code).toBe(0);
  const lines = trained.json();
  expect(lines.filter(({ type }) => type === 'report').at(-1)).toHaveProperty('validationLoss');
  const model = String(lines.at(-1)!.model);
  const card = JSON.parse(readFileSync(join(model, 'card.json'), 'utf8'));
  expect(card.hyperparameters).toMatchObject({ validationFile: 2 });
  expect(card.corpus.sources).toEqual(['chapter 9.txt', 'chapter 10.txt', 'more/end.txt']);

  const [measured] = (await run(['evaluate', model, book, '--json'])).json() as unknown as [
    Measured & { sources: Measured[]; passedOver: unknown[] },
  ];
  expect(measured.sources).toHaveLength(3);
  expect(measured.passedOver).toHaveLength(REFUSED.length);
  const predictions = measured.sources.reduce((sum, each) => sum + each.predictions, 0);
  expect(measured.predictions).toBe(predictions);
  const mean = measured.sources.reduce((sum, each) => sum + each.loss * each.predictions, 0) / predictions;
  expect(measured.loss).toBeCloseTo(mean, 10);
  const characters = measured.sources.reduce((sum, each) => sum + each.characters, 0);
  const bits = measured.sources.reduce((sum, each) => sum + each.bitsPerCharacter * each.characters, 0);
  expect(measured.bitsPerCharacter).toBeCloseTo(bits / characters, 10);
  expect(measured.bitsPerCharacter).toBeCloseTo(card.metrics.bitsPerCharacter, 2);
  expect((await run(['inspect', model])).stdout).toMatch(/file 2 +chapter 10\.txt\nfile 3 +more\/end\.txt\n/);

  const unknown = await run(['train', book, '--validation-file', 'chapter 11.txt']);
  expectFailure(unknown, 1, /no file “chapter 11\.txt” to keep aside: the text is made of 3 files/);
});

test('files, a document and standard input are one text in the order in which they are named', async () => {
  const files = [FABLE, '-', pathOf('17-story.docx')];
  const [corpus] = (await run(['inspect', ...files, '--json'], { input: chapter('owl') })).json() as unknown as [Shown];
  expect(corpus.sources.map(({ name }) => name)).toEqual([
    'belling-the-cat.txt',
    'standard input.txt',
    '17-story.docx',
  ]);
  expect(corpus.refused).toBeUndefined();
});

test('of a document the format is told, of a text its encoding', async () => {
  const document = pathOf('17-story.docx');
  const together = (await run(['inspect', FABLE, document])).stdout;
  expect(together).toMatch(/belling-the-cat\.txt: [^,]+, utf-8,/);
  expect(together).toMatch(/17-story\.docx: [^,]+, DOCX,/);
  expect((await run(['inspect', document])).stdout).not.toMatch(/utf-8/i);
});

test('a file that is named by itself must be there, and be a text', async () => {
  expectFailure(await run(['train', FABLE, join(book, 'noise.bin')]), 1, /“noise\.bin” is not a text/);
  expectFailure(await run(['inspect', FABLE, join(book, 'chapter 11.txt')]), 1, /There is no file “.*chapter 11\.txt”/);
  expectFailure(await run(['train', '-', '-'], { input: chapter('owl') }), 2, /standard input/);
  const noise = join(folder, 'noise');
  mkdirSync(noise);
  writeFileSync(join(noise, 'a.bin'), readFileSync(join(book, 'noise.bin')));
  expectFailure(await run(['train', noise]), 1, /None of the 1 file of “noise” holds a text/);
});

test.each(['train', 'serve'])(
  'the folder of a model is no text to %s: it says what it is, and where it goes',
  async (verb) => {
    const model = join(folder, 'A model');
    mkdirSync(model, { recursive: true });
    for (const part of ['card.json', 'model.json', 'vocabulary.json'])
      writeFileSync(join(model, part), '{"a": ["b", "c"]}');
    expectFailure(await run([verb, model]), 1, /“A model” is a model of Aesop.*aesop import/s);
  },
);
