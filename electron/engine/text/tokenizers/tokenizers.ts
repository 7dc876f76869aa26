import { CUT, type TokenizerName } from '../../../contract/corpus.ts';
import { charactersTokenizer } from './characters.ts';
import { spacedWordsTokenizer } from './spaced-words.ts';
import { subwordsTokenizer } from './subwords/subwords.ts';
import type { Tokenizer } from './tokenizer.ts';
import { whitespaceTokenizer } from './whitespace.ts';
import { wordsTokenizer } from './words.ts';

interface Settings {
  lowercase?: boolean;
  cut?: number;
  /** of the vocabulary that it is for, where a tokenizer is made by a text */
  symbols?: readonly string[];
}

const MAKERS: Record<TokenizerName, (settings: Settings & { lowercase: boolean }) => Tokenizer> = {
  whitespace: ({ lowercase }) => whitespaceTokenizer(lowercase),
  words: ({ lowercase, cut = CUT }) => (cut === 1 ? spacedWordsTokenizer : wordsTokenizer)(lowercase),
  subwords: ({ lowercase, symbols }) => subwordsTokenizer(lowercase, symbols),
  characters: ({ lowercase }) => charactersTokenizer(lowercase),
};

/** The tokenizer of that name; one instance cuts one text at a time. */
export function createTokenizer(name: TokenizerName, settings: Settings = {}): Tokenizer {
  return MAKERS[name]({ lowercase: false, ...settings });
}
