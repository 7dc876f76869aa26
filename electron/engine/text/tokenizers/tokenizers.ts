import { CUT, type TokenizerName } from '../../../contract/corpus.ts';
import { lowerCased } from '../../../contract/lower-case.ts';
import { charactersTokenizer } from './characters.ts';
import { spacedWordsTokenizer } from './spaced-words.ts';
import { subwordsTokenizer } from './subwords/subwords.ts';
import type { Lower, Tokenizer } from './tokenizer.ts';
import { whitespaceTokenizer } from './whitespace.ts';
import { wordsTokenizer } from './words.ts';

interface Settings {
  lowercase?: boolean;
  /** whose rules it is cut by, where those are not the rules of all */
  language?: string;
  cut?: number;
  /** of the vocabulary that it is for, where a tokenizer is made by a text */
  symbols?: readonly string[];
}

/** What makes small letters of a text where that is wanted. */
export const lowerOf = ({ lowercase, language }: Settings): Lower | undefined =>
  lowercase ? (text) => lowerCased(text, language) : undefined;

const MAKERS: Record<TokenizerName, (lower: Lower | undefined, settings: Settings) => Tokenizer> = {
  whitespace: whitespaceTokenizer,
  words: (lower, { cut = CUT, language }) =>
    cut === 1 ? spacedWordsTokenizer(lower) : wordsTokenizer(lower, language),
  subwords: (lower, { symbols }) => subwordsTokenizer(lower, symbols),
  characters: charactersTokenizer,
};

/** The tokenizer of that name; one instance cuts one text at a time. */
export function createTokenizer(name: TokenizerName, settings: Settings = {}): Tokenizer {
  return MAKERS[name](lowerOf(settings), settings);
}
