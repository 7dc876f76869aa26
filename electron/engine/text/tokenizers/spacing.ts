import * as is from './character-classes.ts';
import { isWord } from './symbol-ends.ts';

/** Which sides of a symbol ask for a space. One is implied between two symbols where both sides that meet ask for it. */
export const NEITHER = 0;
export const BEFORE = 1;
export const AFTER = 2;
export const BOTH = 3;

/** What a sign asks for as it is and, where texts set it in two ways, in its spaced form, which is written ` "`. */
interface SignSides {
  readonly bare: number;
  readonly spaced?: number;
}

/** Full-width signs, which bring their room along. */
const WIDE = /^[\u3000-\u303f\u30fb\ufe10-\ufe6f\uff00-\uffef]$/u;
const QUOTE = /^[\p{Quotation_Mark}*`´]$/u;
/** Which way a mark opens in one language it closes in another, and straight ones do both: each has two forms. */
const QUOTES: SignSides = { bare: AFTER, spaced: BEFORE };
/** Dashes, slashes, sums, emoji: close to both neighbours, or apart from both. */
const OTHERS: SignSides = { bare: NEITHER, spaced: BOTH };
/** The first that holds. */
const SIGNS: [RegExp, SignSides][] = [
  [WIDE, { bare: NEITHER }],
  [QUOTE, QUOTES],
  [/^[\p{Ps}¿¡#@\p{Sc}]$/u, { bare: BEFORE }],
  // apart from the word before it too, in French and where a text was taken apart
  [/^[\p{Pe}\p{Terminal_Punctuation}…‥%‰°]$/u, { bare: AFTER, spaced: BOTH }],
];

/** By code point; a list, because one is asked for at every sign. */
const known: (SignSides | undefined)[] = [];

const sidesOfCharacter = (character: string) => SIGNS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHERS;

/** What the sign that starts with this character asks for. */
export function signSides(point: number): SignSides {
  return (known[point] ??= sidesOfCharacter(String.fromCodePoint(point)));
}

/** Whether a sign is one that opens and closes what somebody says. */
export const isQuote = (sides: SignSides) => sides === QUOTES;

/** Whether a symbol is the spaced form of a sign. */
const isSpaced = (symbol: string) => symbol.length > 1 && symbol[0] === ' ' && symbol[1] !== ' ';

/** What a symbol of `words` asks for: the empty symbol, blanks, line ends and words of scripts without spaces ask nothing. */
function sidesOf(symbol: string): number {
  const spaced = isSpaced(symbol);
  const at = spaced ? 1 : 0;
  if (symbol.length === 0) return NEITHER;
  const kind = is.classAt(is.unitClasses(), symbol, at);
  if (isWord(kind)) return BOTH;
  if (kind !== is.OTHER) return NEITHER;
  const sides = signSides(symbol.codePointAt(at) ?? 0);
  return (spaced ? sides.spaced : undefined) ?? sides.bare;
}

/** A symbol of `words` as it is written behind another: with the space between them, where one is implied. */
export function writtenBehind(symbol: string, before: string | undefined): string {
  const text = isSpaced(symbol) ? symbol.slice(1) : symbol;
  const apart = before !== undefined && sidesOf(before) & AFTER && sidesOf(symbol) & BEFORE;
  return apart ? ` ${text}` : text;
}

/** The symbols that could be written so, the likeliest first: a sign in the form that `before` asks for, without the space. */
export function formsOf(written: string, before: string | undefined): string[] {
  const bare = isSpaced(written) ? written.slice(1) : written;
  const forms = bare.trim() === '' ? [bare] : [` ${bare}`, bare];
  const fits = (form: string) => writtenBehind(form, before) === written;
  return [...forms.filter(fits), ...forms.filter((form) => !fits(form))];
}
