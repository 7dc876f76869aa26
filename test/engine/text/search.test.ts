import { describe, expect, test } from 'vitest';
import { searchPattern } from '../../../electron/contract/text-search.ts';
import { firstHitFrom, searchText } from '../../../electron/engine/text/search.ts';
import { Random } from '../../../electron/engine/random.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const found = async (text: string, wanted: string, size = 7) => {
  const { offsets, lengths } = await searchText(inPieces(text, size), wanted, { most: 1000 });
  return offsets.map((offset, index) => text.slice(offset, offset + lengths[index]));
};

describe('a search finds', () => {
  test.each([
    ['any case', 'The CAT, the cat', 'Cat', ['CAT', 'cat']],
    ['Greek with its final sigma', 'ΜΥΣ και μυς', 'μυσ', ['ΜΥΣ', 'μυς']],
    ['decomposed letters', 'café, Café', 'CAFE\u0301', ['café', 'Café']],
    ['either quotation mark', "don’t, don't", "don't", ['don’t', "don't"]],
    ['words across the end of a line', 'the old\n    mouse', 'old mouse', ['old\n    mouse']],
    ['Chinese', '宋人有耕田者，田中有株', '田', ['田', '田']],
    ['signs that mean something elsewhere', 'a+b (c) [d] a.b', 'a+b (c) [d]', ['a+b (c) [d]']],
    ['characters beyond the basic plane', 'mice 🐭🐭 mice', '🐭', ['🐭', '🐭']],
    ['no part of a letter with its accent', 'é', 'e', []],
    ['places that do not overlap', 'aaaa', 'aa', ['aa', 'aa']],
  ])('%s', async (_name, text, wanted, hits) => expect(await found(text, wanted)).toEqual(hits));
});

test('the pieces of a text do not matter', async () => {
  const random = new Random(7);
  const letters = ['a', 'b', 'A', ' ', '\n', '’', 'É'];
  const text = Array.from({ length: 4000 }, () => letters[random.integer(letters.length)]).join('');
  for (const wanted of ['a', 'ab', 'b a', 'a  é', "a'", ' ']) {
    const expected = [...text.matchAll(searchPattern(wanted))].map((match) => [match.index, match[0].length]);
    expect(expected.length).toBeGreaterThan(0);
    for (const size of [1, 3, 64, 1000, 5000]) {
      const { offsets, lengths, complete } = await searchText(inPieces(text, size), wanted, { most: 10_000 });
      expect(offsets.map((offset, index) => [offset, lengths[index]])).toEqual(expected);
      expect(complete).toBe(true);
    }
  }
});

test('it ends at its limit, and when it is left off', async () => {
  const hits = await searchText(inPieces('ha'.repeat(1000), 100), 'ha', { most: 10 });
  expect([hits.offsets.length, hits.complete]).toEqual([10, false]);
  expect((await searchText(inPieces('ha'.repeat(10), 3), 'ha', { most: 10 })).complete).toBe(true);
  const left = searchText(inPieces('ha', 1), 'ha', { most: 10, signal: AbortSignal.abort() });
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
});

test('a place leads to the next hit', () => {
  const hits = { offsets: [3, 10, 20], lengths: [1, 1, 1], complete: true };
  expect([0, 3, 4, 20, 21].map((offset) => firstHitFrom(hits, offset))).toEqual([0, 0, 1, 2, 3]);
});
