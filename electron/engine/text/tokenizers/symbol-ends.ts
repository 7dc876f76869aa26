import * as is from './character-classes.ts';

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;
const isPoint = (unit: number) => unit === 0x2c || unit === 0x2e;
const JOINER = 0x200d;

/** Longest symbol in UTF-16 units: longer words are cut, so that no input makes a symbol without end. */
const LONGEST_SYMBOL = 100;
/** Longest run of blanks in one symbol: indents are symbols, whole blank pages are not. */
const LONGEST_BLANK = 16;
/** How far a decision may look ahead: the longest run of a script without spaces, and then some. */
export const MARGIN = 1_200;

const { after, classAt } = is;
export const isWord = (kind: number) => kind === is.LETTER || kind === is.DIGIT || kind === is.EXTENDS;

/** Index behind the word that starts at `at`: letters, digits and marks, with the apostrophe of "don't", the point of 3.14. */
export function wordEnd(classes: Uint8Array, text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_SYMBOL);
  let at = from;
  let previous: number = is.OTHER;
  while (at < limit) {
    let kind = classes[text.charCodeAt(at)];
    // most of all characters, told apart at the least cost
    if (kind === is.LETTER || kind === is.DIGIT) {
      previous = kind;
      at++;
      continue;
    }
    kind = classAt(classes, text, at);
    if (isWord(kind)) {
      if (kind !== is.EXTENDS) previous = kind;
    } else {
      const unit = text.charCodeAt(at);
      const inner = (previous === is.LETTER && isApostrophe(unit)) || (previous === is.DIGIT && isPoint(unit));
      if (!inner || classAt(classes, text, at + 1) !== previous) break;
    }
    at = after(classes, text, at);
  }
  return at;
}

/** Index behind the sign at `at` with its marks; emoji joined by U+200D and pairs of flag letters are one sign. */
export function signEnd(classes: Uint8Array, text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_SYMBOL);
  const flag = (at: number) =>
    at < text.length && /[\u{1f1e6}-\u{1f1ff}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  let at = after(classes, text, from);
  if (classes[text.charCodeAt(from)] === is.SURROGATE && flag(from) && flag(at)) at = after(classes, text, at);
  while (at < limit && classAt(classes, text, at) === is.EXTENDS) {
    const joins = text.charCodeAt(at) === JOINER;
    at = after(classes, text, at);
    if (
      joins &&
      at < text.length &&
      classes[text.charCodeAt(at)] !== is.NEWLINE &&
      classAt(classes, text, at) === is.OTHER
    )
      at = after(classes, text, at);
  }
  return at;
}

/** Index behind the run of one blank character that starts at `from`. */
export function blankEnd(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  let at = from + 1;
  while (at < from + LONGEST_BLANK && text.charCodeAt(at) === unit) at++;
  return at;
}
