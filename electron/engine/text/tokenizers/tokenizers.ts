import { CUT, type TokenizerName } from '../../../contract/corpus.ts';
import { charactersTokenizer } from './characters.ts';
import { spacedWordsTokenizer } from './spaced-words.ts';
import type { Tokenizer } from './tokenizer.ts';
import { whitespaceTokenizer } from './whitespace.ts';
import { wordsTokenizer } from './words.ts';

const MAKERS: Record<TokenizerName, (lowercase: boolean, cut: number) => Tokenizer> = {
  whitespace: whitespaceTokenizer,
  words: (lowercase, cut) => (cut === 1 ? spacedWordsTokenizer : wordsTokenizer)(lowercase),
  characters: charactersTokenizer,
};

/** The tokenizer of that name; one instance cuts one text at a time. */
export function createTokenizer(name: TokenizerName, { lowercase = false, cut = CUT } = {}): Tokenizer {
  return MAKERS[name](lowercase, cut);
}
