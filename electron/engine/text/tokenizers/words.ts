import * as is from './character-classes.ts';
import { DictionaryWords } from './dictionary-words.ts';
import { AFTER, BEFORE, formsOf, isQuote, NEITHER, signSides, writtenBehind } from './spacing.ts';
import { blankEnd, isWord, MARGIN, signEnd, wordEnd } from './symbol-ends.ts';
import { type Left, type Lower, type SymbolSink, type Tokenizer, tokenizer } from './tokenizer.ts';

const { after, classAt } = is;

/** Signs of which several in a row are one: dashes and dots. */
const isRepeated = (unit: number) => unit === 0x2d || unit === 0x2e;
const LONGEST_REPEAT = 16;
const SPACE = 0x20;
/** Marks in a row looked through for what they open. */
const NESTED_QUOTES = 8;
/** Beside what a sign asks for: it is in its spaced form. */
const SPACED = 4;

/** How many of its sides two bits name. */
const faults = (sides: number) => (sides & 1) + (sides >> 1);
const isBlank = (kind: number) => kind === is.SPACE || kind === is.BLANK || kind === is.NEWLINE;

/** Index behind the sign at `from`, or behind the dashes or dots in a row there. */
function signsEnd(classes: Uint8Array, text: string, from: number): number {
  const unit = text.charCodeAt(from);
  let last = from;
  if (isRepeated(unit)) while (last + 1 < from + LONGEST_REPEAT && text.charCodeAt(last + 1) === unit) last++;
  return signEnd(classes, text, last);
}

/**
 * Words, numbers, punctuation marks and line ends, each a symbol wherever it stands: the one space that the rule sets
 * between two of them is implied. Where the text differs, a symbol of its own says so: the blanks that are there, or the
 * empty symbol where there is none. Scripts without spaces are cut by dictionaries.
 * @param language of the text, where it has rules of its own
 */
export function wordsTokenizer(lower?: Lower, language?: string): Tokenizer {
  const classes = is.unitClasses();
  const dictionary = new DictionaryWords(classes, language === 'ja');

  /** Class of the character at `at`; behind the end, a line end's. */
  const kindAt = (text: string, at: number) => (at < text.length ? classAt(classes, text, at) : is.NEWLINE);

  /** Whether the sign or word at `at`, which stands apart from what is before it or not, asks for a space there. */
  function asksBefore(text: string, at: number, apart: boolean): boolean {
    const kind = kindAt(text, at);
    if (kind !== is.OTHER) return isWord(kind);
    const sides = signSides(text.codePointAt(at) ?? 0);
    if (!isQuote(sides)) return sides.spaced === undefined ? (sides.bare & BEFORE) !== 0 : apart;
    let inside = at;
    while (inside < at + NESTED_QUOTES && isQuote(signSides(text.codePointAt(inside) ?? 0)))
      inside = after(classes, text, inside);
    const said = kindAt(text, inside);
    return isWord(said) || (said === is.OTHER && signSides(text.codePointAt(inside) ?? 0).bare !== AFTER);
  }

  /**
   * What the sign between `from` and `end` asks for, in the form that differs less from the rule, with SPACED if it is the
   * spaced one. If both do, a quote with nothing before it opens, and all else is bare.
   */
  function formOf(text: string, from: number, end: number, { asks: behind, opens }: Left, apart: boolean): number {
    const sign = signSides(text.codePointAt(from) ?? 0);
    const { bare, spaced } = sign;
    if (spaced === undefined) return bare;
    const nextApart = text.charCodeAt(end) === SPACE && !isBlank(kindAt(text, end + 1));
    const next = asksBefore(text, nextApart ? end + 1 : end, nextApart);
    // which sides may have a space implied, and which have one
    const open = (behind ? BEFORE : NEITHER) | (next ? AFTER : NEITHER);
    const stands = (apart ? BEFORE : NEITHER) | (nextApart ? AFTER : NEITHER);
    const less = faults((bare & open) ^ stands) - faults((spaced & open) ^ stands);
    return less > 0 || (less === 0 && opens && isQuote(sign)) ? spaced | SPACED : bare;
  }

  /** Where the symbol of that kind, which is no word, that starts at `from` ends. */
  function otherEnd(text: string, from: number, kind: number, final: boolean): number {
    if (kind === is.OTHER) return signsEnd(classes, text, from);
    if (kind === is.DICTIONARY) return dictionary.end(text, from, final);
    return kind === is.BLANK ? blankEnd(text, from) : from + 1;
  }

  function scan(text: string, final: boolean, sink: SymbolSink, left: Left = { asks: false, opens: true }): number {
    dictionary.reset();
    const limit = final ? text.length : text.length - MARGIN;
    let at = 0;
    while (at < limit || (!dictionary.last && at < text.length)) {
      const blank = text.charCodeAt(at) === SPACE;
      const from = blank ? at + 1 : at;
      const kind = kindAt(text, from);
      let end: number;
      if (isWord(kind)) {
        end = wordEnd(classes, text, from);
        if (left.asks !== blank) sink(text, at, from);
        sink(text, from, end);
        left.asks = true;
        left.opens = false;
      } else if (blank && isBlank(kind)) {
        end = blankEnd(text, at);
        sink(text, at, end);
        left.asks = false;
        left.opens = true;
      } else {
        end = otherEnd(text, from, kind, final);
        if (blank && !left.asks) left.opens = true;
        const sides = kind === is.OTHER ? formOf(text, from, end, left, blank) : NEITHER;
        if ((left.asks && (sides & BEFORE) !== 0) !== blank) sink(text, at, from);
        if ((sides & SPACED) === 0) sink(text, from, end);
        else if (blank) sink(text, at, end, from);
        else sink(` ${text.slice(from, end)}`, 0, end - from + 1, from);
        left.asks = (sides & AFTER) !== 0;
        left.opens = isBlank(kind) || (sides & ~SPACED) === BEFORE;
      }
      at = end;
    }
    return at;
  }

  return tokenizer('words', lower, scan, { written: writtenBehind, formsOf, byLines: true });
}
