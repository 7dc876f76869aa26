import { expect, test } from 'vitest';
import { readCorpus } from '../../../../electron/engine/text/index.ts';
import { corpusStatistics } from '../../../../electron/engine/text/statistics/statistics.ts';

test('ceilings reach sixteen letters, four words, and four letters of a text that no window suits', async () => {
  const fable = { path: 'resources/corpora/belling-the-cat.txt' };
  const ceilingsOf = async (text: Parameters<typeof readCorpus>[0], tokenizer: 'words' | 'characters') =>
    (await corpusStatistics(await readCorpus(text, { tokenizer }))).ceilings;
  expect(await ceilingsOf(fable, 'words')).toHaveLength(4);
  const letters = await ceilingsOf(fable, 'characters');
  expect(letters).toHaveLength(16);
  expect(letters[2]).toBeLessThan(0.8);
  expect(letters[15]).toBeGreaterThan(0.99);
  expect(await ceilingsOf({ text: 'abc def. '.repeat(12_000) }, 'characters')).toHaveLength(4);
});
