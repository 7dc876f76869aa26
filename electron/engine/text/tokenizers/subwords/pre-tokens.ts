import { type Lower, type Tokenizer, tokenizer } from '../tokenizer.ts';

/** Scripts that set no spaces, of which the parts of a word are letters of several. */
const JOINED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー`;
const LETTER = String.raw`[[\p{L}\p{M}\u200c\u200d]--[${JOINED}]]`;

/**
 * The stretches that no piece reaches beyond, each with the one space before it: a word, a row of Chinese or Japanese, up
 * to three digits, signs in a row; then line ends, and blanks but for the one that a word brings along.
 */
const STRETCH = new RegExp(
  [
    ` ?${LETTER}(?:${LETTER}|['’](?=${LETTER})){0,31}`,
    ` ?[${JOINED}]{1,16}`,
    String.raw` ?\p{N}{1,3}`,
    String.raw` ?[^\s\p{L}\p{M}\p{N}]{1,8}`,
    String.raw`\n{1,4}`,
    String.raw`[^\S\n]{1,31}(?= \S)`,
    String.raw`[^\S\n]{1,32}`,
    String.raw`[\s\S]`,
  ].join('|'),
  'vy',
);
/** UTF-16 units within which a stretch ends, with what its end depends on. */
const MARGIN = 80;

/** Where the stretch ends that begins at `from`. */
export function stretchEnd(text: string, from: number): number {
  STRETCH.lastIndex = from;
  STRETCH.test(text);
  return STRETCH.lastIndex;
}

/** From where on a text that goes on elsewhere cannot be cut yet. */
export const settledUntil = (text: string, final: boolean) => (final ? text.length : text.length - MARGIN);

/** Cuts into the stretches themselves, of which pieces are learnt. */
export function preTokens(lower?: Lower): Tokenizer {
  return tokenizer('subwords', lower, (text, final, sink) => {
    const limit = settledUntil(text, final);
    let at = 0;
    while (at < limit) {
      const end = stretchEnd(text, at);
      sink(text, at, end);
      at = end;
    }
    return at;
  });
}
