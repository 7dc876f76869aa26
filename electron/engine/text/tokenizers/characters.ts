import { type Lower, type Tokenizer, tokenizer } from './tokenizer.ts';

/**
 * One symbol a Unicode code point. Not a grapheme: what counts as one changes with the Unicode version, and a
 * vocabulary of graphemes has no bound, while code points of a text are few and mean the same everywhere.
 */
export function charactersTokenizer(lower?: Lower): Tokenizer {
  return tokenizer('characters', lower, (text, final, sink) => {
    const { length } = text;
    let at = 0;
    while (at < length) {
      const high = text.charCodeAt(at) >> 10 === 0x36;
      if (high && at + 1 === length && !final) break;
      const end = Math.min(length, at + (high ? 2 : 1));
      sink(text, at, end);
      at = end;
    }
    return at;
  });
}
