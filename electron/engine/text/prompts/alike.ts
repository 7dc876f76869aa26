import { simplified } from '../tokenizers/chinese/variants.ts';

/** Accents of Latin and Greek, the dots of Cyrillic ё, the vowel signs of Hebrew and Arabic: often left out in writing. */
const OPTIONAL =
  /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+|(?<=\u0435)\u0308|[\u0591-\u05c7\u064b-\u065f\u0670]/gu;
const SINGLE_QUOTES = /[‘’‚‛ʼ]/g;
const DOUBLE_QUOTES = /[“”„‟«»]/g;
const DASHES = /[-‐‑–—―−]+/g;
/** All of ASCII, and so most words of most vocabularies: nothing else is left to fold. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Of a word, not of a mark. */
export const SPOKEN = /[\p{L}\p{N}]/u;
export const HAN = /\p{Script=Han}/u;

/**
 * What remains of a word where case, accents, the width of letters, the kind of quotes and dashes, and the form of
 * Chinese characters do not count.
 */
export function folded(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase().replace(DASHES, '-');
  const bare = word.toLowerCase().normalize('NFKD').replace(OPTIONAL, '').normalize('NFC');
  const plain = bare.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-');
  return HAN.test(plain) ? simplified(plain) : plain;
}

/** Marks that stand in for one another: what ends a sentence, what divides it, quotes, brackets that open, that close. */
const MARKS = [
  /^[.!?。！？．…]+$/u,
  /^[,;:、，；：–—―-]+$/u,
  /^["'“”„‘’«»「」『』]+$/u,
  /^[([{（［【《〈]$/u,
  /^[)\]}）］】》〉]$/u,
];

/** Whether both are marks of one kind. */
export const isKindred = (a: string, b: string): boolean => MARKS.some((kind) => kind.test(a) && kind.test(b));
