import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../electron/engine/text/corpus.ts';
import { symbolAt } from '../../../electron/engine/text/vocabulary/unknown-symbols.ts';

const told = (corpus: Awaited<ReturnType<typeof readCorpus>>) =>
  Array.from(corpus.ids, (_, place) => symbolAt(corpus, place));

describe('a text that a model learns on from', () => {
  test('has its own symbols first, then those that only the model knows, which never occur', async () => {
    const { vocabulary: base } = await readCorpus({ text: 'the cat saw the dog .' }, { tokenizer: 'whitespace' });
    const grown = await readCorpus({ text: 'a fox saw a cat' }, { base });
    const { symbols, counts } = grown.vocabulary;
    expect(symbols).toEqual(['a', 'fox', 'saw', 'cat', 'the', 'dog', '.']);
    expect([...counts]).toEqual([2, 1, 1, 1, 0, 0, 0]);
    expect(told(grown)).toEqual(['a', 'fox', 'saw', 'a', 'cat']);
  });

  test('is cut as the model’s text was, whatever it asks for itself', async () => {
    const { vocabulary: base } = await readCorpus({ text: 'ab ba' }, { tokenizer: 'characters', lowercase: true });
    const { vocabulary } = await readCorpus({ text: 'The Abbess sat.' }, { base, tokenizer: 'words' });
    expect(vocabulary).toMatchObject({ tokenizer: 'characters', lowercase: true });
    expect(vocabulary.id('The')).toBeUndefined();
  });

  test('what it says seldom is known where the model knows it, and is no part of its limits', async () => {
    const { vocabulary: base } = await readCorpus({ text: 'owl and hen and owl' }, { tokenizer: 'whitespace' });
    const limits = { minimumCount: 2, vocabularyLimit: 2 };
    const grown = await readCorpus({ text: 'x x x y y z z hen w' }, { base, ...limits });
    expect(grown.vocabulary.symbols).toEqual(['x', 'y', 'hen', 'owl', 'and', '<unk>']);
    expect(told(grown)).toEqual(['x', 'x', 'x', 'y', 'y', 'z', 'z', 'hen', 'w']);
  });

  test('limits that leave nothing of its own are borne, since the model knows words', async () => {
    const { vocabulary: base } = await readCorpus({ text: 'the cat saw it' }, { tokenizer: 'whitespace' });
    for (const limits of [{ minimumCount: 9 }, { vocabularyLimit: 1 }]) {
      const { vocabulary } = await readCorpus({ text: 'cat cat fox the' }, { base, ...limits });
      expect(vocabulary.symbols).toEqual(['cat', 'the', 'saw', 'it', '<unk>']);
    }
  });

  test('the pieces of a model of subwords stay as they are, and letters that it lacks become pieces', async () => {
    const text = 'the mother of the mother of the other '.repeat(30);
    const { vocabulary: base } = await readCorpus({ text }, { tokenizer: 'subwords' });
    const grown = await readCorpus({ text: 'the mother saw ξ' }, { base });
    expect(grown.vocabulary.symbols.toSorted()).toEqual([...new Set([...base.symbols, 's', 'a', 'w', 'ξ'])].toSorted());
    expect(grown.vocabulary.unknownId).toBeUndefined();
    expect(told(grown).join('')).toBe('the mother saw ξ');
  });
});
