import * as is from './character-classes.ts';
import { DictionaryWords } from './dictionary-words.ts';
import { tokenizer, type Tokenizer } from './tokenizer.ts';

const APOSTROPHES = new Set([0x27, 0x2019]);
const POINTS = new Set([0x2c, 0x2e]);
const JOINER = 0x200d;

/** Longest symbol in UTF-16 units: longer words are cut, so that no input makes a symbol without end. */
const LONGEST_SYMBOL = 100;
/** Longest run of blanks in one symbol: indents are symbols, whole blank pages are not. */
const LONGEST_BLANK = 16;
/** How far a decision may look ahead: the longest run of a script without spaces, and then some. */
const MARGIN = 1_200;

const { after, classAt } = is;
const isWord = (kind: number) => kind === is.LETTER || kind === is.DIGIT || kind === is.EXTENDS;

/** Index behind the word that starts at `at`: letters, digits and marks, with the apostrophe of "don't", the point of 3.14. */
function wordEnd(classes: Uint8Array, text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_SYMBOL);
  let at = from;
  let previous: number = is.OTHER;
  while (at < limit) {
    const kind = classAt(classes, text, at);
    if (isWord(kind)) {
      if (kind !== is.EXTENDS) previous = kind;
    } else {
      const inner =
        (previous === is.LETTER && APOSTROPHES.has(text.charCodeAt(at)) && is.LETTER) ||
        (previous === is.DIGIT && POINTS.has(text.charCodeAt(at)) && is.DIGIT);
      if (!inner || classAt(classes, text, at + 1) !== inner) break;
    }
    at = after(classes, text, at);
  }
  return at;
}

/** Index behind the sign at `at` with its marks; emoji joined by U+200D and pairs of flag letters are one sign. */
function signEnd(classes: Uint8Array, text: string, from: number): number {
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
function blankEnd(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  let at = from + 1;
  while (at < from + LONGEST_BLANK && text.charCodeAt(at) === unit) at++;
  return at;
}

/**
 * Words, numbers, punctuation marks and line ends, each a symbol, the space before it included, so that symbols joined
 * give the text back. Scripts without spaces are cut by ICU's dictionaries.
 */
export function wordsTokenizer(lowercase: boolean): Tokenizer {
  const classes = is.unitClasses();
  const dictionary = new DictionaryWords(classes);

  function symbolEnd(text: string, start: number, final: boolean): number {
    let at = start;
    let kind = classAt(classes, text, at);
    if (kind === is.SPACE) {
      const end = blankEnd(text, at);
      const next = end < text.length ? classAt(classes, text, end) : is.BLANK;
      const stands = next === is.SPACE || next === is.BLANK || next === is.NEWLINE;
      if (stands || end - at > 1) return stands ? end : end - 1;
      at = end;
      kind = next;
    }
    if (kind === is.DICTIONARY) return dictionary.end(text, at, final);
    if (isWord(kind)) return wordEnd(classes, text, at);
    if (kind === is.BLANK) return blankEnd(text, at);
    return kind === is.NEWLINE ? at + 1 : signEnd(classes, text, at);
  }

  return tokenizer(
    'words',
    lowercase,
    (text, final, sink) => {
      dictionary.reset();
      const limit = final ? text.length : text.length - MARGIN;
      let at = 0;
      while (at < limit || (!dictionary.last && at < text.length)) {
        const end = symbolEnd(text, at, final);
        sink(text, at, end);
        at = end;
      }
      return at;
    },
    '',
  );
}
