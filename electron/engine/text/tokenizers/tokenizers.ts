import type { TokenizerName } from '../../../contract/corpus.ts';
import { charactersTokenizer } from './characters.ts';
import type { Tokenizer } from './tokenizer.ts';
import { whitespaceTokenizer } from './whitespace.ts';
import { wordsTokenizer } from './words.ts';

const MAKERS: Record<TokenizerName, (lowercase: boolean) => Tokenizer> = {
  whitespace: whitespaceTokenizer,
  words: wordsTokenizer,
  characters: charactersTokenizer,
};

/** The tokenizer of that name; one instance cuts one text at a time. */
export function createTokenizer(name: TokenizerName, { lowercase = false } = {}): Tokenizer {
  return MAKERS[name](lowercase);
}
