import type { CorpusStatistics, TokenizerName } from '../contract/corpus.ts';
import { message, type Message } from '../contract/message.ts';

/** What the page, the terminal and advice know of a text. */
export interface CorpusFacts {
  readonly characters: number;
  /** ISO 639-1, `und` where it cannot be told */
  readonly language: string;
  readonly statistics: CorpusStatistics;
  /** where it is made of several files */
  readonly sources?: readonly { readonly characters: number }[];
  /** symbols that a base model knows, those of the text among them or not */
  readonly known?: number;
}

/**
 * What symbols are called, those before one, and as a label of their number. Those that are no parts of words are no words
 * either: marks and line ends count, too.
 */
const CALLED = {
  whitespace: ['counts.symbols', 'counts.precedingSymbols', 'counts.labelWords'],
  words: ['counts.symbols', 'counts.precedingSymbols', 'counts.labelWords'],
  subwords: ['counts.subwords', 'counts.precedingSubwords', 'counts.labelSubwords'],
  characters: ['counts.characters', 'counts.precedingCharacters', 'counts.labelCharacters'],
} as const satisfies Record<TokenizerName, unknown>;

/** How many symbols, in the tokenizer's own word: `204 symbols`, `204 个符号`. */
export function symbolCount(count: number, tokenizer: TokenizerName): Message {
  return message(CALLED[tokenizer][0], { count: Math.round(count) });
}

/** The symbols before one: `3 preceding symbols`, `前 3 个符号`. */
export function precedingSymbols(count: number, tokenizer: TokenizerName): Message {
  return message(CALLED[tokenizer][1], { count });
}

/** What a number of symbols is labelled with: `Words and marks`, `词与标点`. */
export const symbolLabel = (tokenizer: TokenizerName): Message => message(CALLED[tokenizer][2]);
