import type { CorpusStatistics, TokenizerName } from '../contract/corpus.ts';
import { two, type Bilingual } from '../contract/bilingual.ts';

/** What the page, the terminal and advice know of a text. */
export interface CorpusFacts {
  readonly characters: number;
  /** ISO 639-1, `und` where it cannot be told */
  readonly language: string;
  readonly statistics: CorpusStatistics;
}

/** 1,115,394 */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** 3 significant digits, grouped: 0.0123, 4.72, 1,120. */
export function rounded(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) >= 100 ? 4 : 3 });
}

/** Bytes as 15.6, to stand before GB. */
export const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** Share as a whole percentage, with one digit where it is near all or nothing: 98.1 % in English, 98.1% in Chinese. */
export function percent(share: number): Bilingual {
  const value = 100 * share;
  const digits = value > 95 && value < 100 ? 1 : 0;
  const shown = (Math.floor(value * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits);
  return two(`${shown} %`, `${shown}%`);
}

/** What a symbol of that tokenizer is called; the plural in English. */
export function symbolNoun(tokenizer: TokenizerName): Bilingual {
  return tokenizer === 'characters' ? two('characters', '个字符') : two('words', '个词');
}

/** How many symbols, in the tokenizer's own word: `204 words`, `204 个词`. */
export function symbolCount(count: number, tokenizer: TokenizerName): Bilingual {
  const noun = symbolNoun(tokenizer);
  const singular = Math.round(count) === 1;
  return two(`${grouped(count)} ${singular ? noun.en.slice(0, -1) : noun.en}`, `${grouped(count)} ${noun.zh}`);
}
