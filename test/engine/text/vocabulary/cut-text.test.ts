import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { Random } from '../../../../electron/engine/random.ts';
import { readCorpus } from '../../../../electron/engine/text/corpus.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { LinesCutter, type CutText } from '../../../../electron/engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../../electron/engine/text/vocabulary/vocabulary.ts';

afterEach(() => vi.restoreAllMocks());

const reading = { encoding: 'utf-8', confidence: 1, bytes: 1, replaced: 0 };

/** Pieces of lines of which, from when it is known how, all but every third come cut. */
async function counted(text: string, limits = {}) {
  const lines = text.split(/(?<=\n)/);
  let cutter: LinesCutter | undefined;
  async function* pieces(): AsyncGenerator<string | CutText> {
    for (let at = 0, piece = 0; at < lines.length; at += 150, piece++) {
      const some = lines.slice(at, at + 150).join('');
      const cut = piece % 3 > 0 ? cutter?.cut(some) : undefined;
      yield cut ? { text: some, ...cut } : some;
    }
  }
  const cutBy = (settings: TokenizerSettings) =>
    (cutter = new LinesCutter(createTokenizer(settings.tokenizer, settings)));
  const corpus = await readCorpus({ pieces: pieces(), reading, characters: text.length, cutBy }, limits);
  return { corpus, byAnother: cutter !== undefined };
}

test.each([
  ['English', 'tiny-shakespeare.txt', {}],
  ['English, small letters', 'tiny-shakespeare.txt', { lowercase: true }],
  ['Chinese', 'chinese-fables.txt', { tokenizer: 'words' }],
  ['English without seldom words', 'tiny-shakespeare.txt', { minimumCount: 3 }],
] as const)('%s of which another cuts two thirds is the same text', async (_, file, options) => {
  // many pieces of each kind
  const text = (await readFile(`resources/corpora/${file}`, 'utf8')).slice(0, 300_000);
  const { corpus, byAnother } = await counted(text, options);
  expect(byAnother).toBe(true);
  const whole = await readCorpus({ text }, options);
  expect(corpus.ids).toEqual(whole.ids);
  expect(corpus.vocabulary.toJSON()).toEqual(whole.vocabulary.toJSON());
  expect(corpus.unknown).toEqual(whole.unknown);
  expect(corpus.sha256).toBe(whole.sha256);
});

test('what is not cut by lines is cut by nobody else', async () => {
  const { byAnother } = await counted('one two three\n'.repeat(5000), { tokenizer: 'characters' });
  expect(byAnother).toBe(false);
});

const { Memory } = WebAssembly;
/** Pages of 64 KB that hold tables and a piece, and the symbols of less than the whole text. */
const FEW = 180;

/** A text whose symbols take more memory than that, and how it is read where there is enough. */
async function manyWords() {
  const random = new Random(7);
  const line = () => Array.from({ length: 10 }, () => random.integer(100_000).toString(36)).join(' ');
  const text = Array.from({ length: 30_000 }, line).join('\n');
  return { text, corpus: await readCorpus({ text }, { tokenizer: 'words' }) };
}
let ofManyWords: ReturnType<typeof manyWords> | undefined;

test.each([
  ['made', () => new RangeError('WebAssembly.Memory(): could not allocate memory')],
  ['made by a processor without vectors', () => new WebAssembly.CompileError('Wasm SIMD unsupported')],
  ['grown', ({ initial }: WebAssembly.MemoryDescriptor) => new Memory({ initial, maximum: FEW })],
])('a text is cut by the tokenizer alone where memory for what is quicker cannot be %s', async (_, ask) => {
  const { text, corpus: quick } = await (ofManyWords ??= manyWords());
  const made = vi.spyOn(WebAssembly, 'Memory').mockImplementation(function (descriptor) {
    const answer = ask(descriptor);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const slow = await readCorpus({ text }, { tokenizer: 'words' });
  expect(made).toHaveBeenCalledOnce();
  expect(slow.ids).toEqual(quick.ids);
  expect(slow.vocabulary.toJSON()).toEqual(quick.vocabulary.toJSON());
});

test('what fails for another reason than memory is thrown', () => {
  const words = createTokenizer('words', { lowercase: false });
  const scan = () => {
    throw new TypeError('at fault');
  };
  expect(() => new LinesCutter({ ...words, scan }).cut('狐狸\n')).toThrow('at fault');
});
