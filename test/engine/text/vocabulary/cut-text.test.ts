import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readCorpus } from '../../../../electron/engine/text/corpus.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { LinesCutter, type CutText } from '../../../../electron/engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../../electron/engine/text/vocabulary/vocabulary.ts';

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
  const text = await readFile(`resources/corpora/${file}`, 'utf8');
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
