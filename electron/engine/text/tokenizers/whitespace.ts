import { type Lower, type Tokenizer, tokenizer } from './tokenizer.ts';

/** Exactly the characters that Python's str.split() cuts at (str.isspace). */
const PYTHON_SPACE = new Uint8Array(0x3001);
for (const [first, last] of [
  [9, 13],
  [28, 32],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
])
  // prettier-ignore
  PYTHON_SPACE.fill(1, first, last + 1);

const isSpace = (unit: number) => unit <= 0x3000 && PYTHON_SPACE[unit] === 1;

/** The article's tokenizer: symbols are what stands between white space, and are joined by one space. */
export function whitespaceTokenizer(lower?: Lower): Tokenizer {
  return tokenizer(
    'whitespace',
    lower,
    (text, final, sink) => {
      const { length } = text;
      let start = -1;
      for (let at = 0; at < length; at++) {
        if (!isSpace(text.charCodeAt(at))) {
          if (start < 0) start = at;
        } else if (start >= 0) {
          sink(text, start, at);
          start = -1;
        }
      }
      if (start < 0) return length;
      if (!final) return start;
      sink(text, start, length);
      return length;
    },
    { separator: ' ' },
  );
}
