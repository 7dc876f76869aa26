/** What a character does to the words around it. */
export const OTHER = 0; // punctuation, signs, emoji: a symbol each
export const LETTER = 1;
export const DIGIT = 2;
export const EXTENDS = 3; // marks, joiners, variation selectors: belong to what stands before
export const SPACE = 4; // U+0020, which belongs to what stands behind
export const BLANK = 5; // any other white space
export const NEWLINE = 6;
export const DICTIONARY = 7; // scripts written without spaces, cut by a dictionary
export const SURROGATE = 8; // half of a character beyond the basic plane

/** Letters of the scripts that ICU has dictionaries for; the marks that all scripts share are not among them. */
const WITHOUT_SPACES = new RegExp(
  '[[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]' +
    '&&[\\p{L}\\p{Mn}\\p{Mc}\\p{Nl}]]--\\p{Script=Inherited}]+',
  'gv',
);
/** Later rules win. */
const RULES: [number, RegExp][] = [
  [LETTER, /[\p{L}\p{Nl}_]+/gu],
  [DIGIT, /[\p{Nd}\p{No}]+/gu],
  [EXTENDS, /[\p{M}\u00ad\u200c-\u200d\u2060]+/gu],
  [BLANK, /\s+/gu],
  [NEWLINE, /\n/gu],
  [SPACE, / /gu],
  [DICTIONARY, WITHOUT_SPACES],
];
const SURROGATES: [first: number, last: number] = [0xd800, 0xdfff];
const ASTRAL_EXTENDS = /^[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]$/u;
const ASTRAL_DICTIONARY = /^\p{Script=Han}$|^\p{Script=Hira}$|^\p{Script=Kana}$/u;

let plane = '';

/** The stretches of UTF-16 units, each from one until before another, of which a pattern finds each as a whole. */
export function unitsOf(pattern: RegExp): [from: number, to: number][] {
  if (plane === '') {
    const units = new Uint16Array(0x10000).map((_, unit) => (unit >= 0xd800 && unit < 0xe000 ? 0xffff : unit));
    plane = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  }
  return Array.from(plane.matchAll(pattern), ({ index, 0: run }) => [index, index + run.length]);
}

let table: Uint8Array | undefined;

/** Class of every UTF-16 unit, made on first use. */
export function unitClasses(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(0x10000);
  for (const [kind, pattern] of RULES) for (const [from, to] of unitsOf(pattern)) table.fill(kind, from, to);
  table.fill(SURROGATE, SURROGATES[0], SURROGATES[1] + 1);
  return table;
}

const astral = new Map<number, number>();

/** Class of a character beyond the basic plane. */
export function astralClass(point: number): number {
  let kind = astral.get(point);
  if (kind !== undefined) return kind;
  const character = String.fromCodePoint(point);
  kind = OTHER;
  if (ASTRAL_EXTENDS.test(character)) kind = EXTENDS;
  else if (ASTRAL_DICTIONARY.test(character)) kind = DICTIONARY;
  else if (/\p{L}/u.test(character)) kind = LETTER;
  else if (/\p{N}/u.test(character)) kind = DIGIT;
  astral.set(point, kind);
  return kind;
}

/** Class of the character that starts at `at`; OTHER behind the end. */
export function classAt(classes: Uint8Array, text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const kind = classes[text.charCodeAt(at)];
  return kind === SURROGATE ? astralClass(text.codePointAt(at) ?? 0) : kind;
}

/** Index behind the character that starts at `at`. */
export function after(classes: Uint8Array, text: string, at: number): number {
  return classes[text.charCodeAt(at)] === SURROGATE ? Math.min(at + 2, text.length) : at + 1;
}
