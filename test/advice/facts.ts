import { CUT } from '../../electron/contract/corpus.ts';
import type { CorpusFacts } from '../../electron/advice/wording.ts';

/** The fable of the article, by whitespace. */
export const FABLE: CorpusFacts = {
  characters: 978,
  language: 'en',
  statistics: {
    tokenizer: 'whitespace',
    lowercase: false,
    cut: CUT,
    symbols: 204,
    distinct: 112,
    singletons: 79,
    sentenceLength: 20,
    top: [],
    coverage: [
      [10, 0.35],
      [100, 0.94],
      [112, 1],
    ],
    zipf: [],
    repeats: [],
    ceilings: [0.64, 0.916, 0.99, 0.995],
  },
};

/** A book by words. */
export const BOOK: CorpusFacts = {
  characters: 1_115_394,
  language: 'en',
  statistics: {
    ...FABLE.statistics,
    tokenizer: 'words',
    symbols: 289_000,
    distinct: 17_000,
    singletons: 9500,
    sentenceLength: 18,
    coverage: [
      [100, 0.5],
      [10_000, 0.95],
      [17_000, 1],
    ],
    ceilings: [0.25, 0.55, 0.8, 0.92],
  },
};

/** The same text, or one of another length and tokenizer. */
export function textOf(base: CorpusFacts, values: Partial<CorpusFacts['statistics']>, language = 'en'): CorpusFacts {
  return { ...base, language, statistics: { ...base.statistics, ...values } };
}
