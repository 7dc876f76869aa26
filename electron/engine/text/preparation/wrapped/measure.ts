import type { Line } from '../step.ts';

/** A line as a typesetter sees it. */
export interface Measured {
  readonly line: Line;
  /** without blanks at its end */
  readonly text: string;
  /** stands between paragraphs: nothing is joined to it */
  readonly blank: boolean;
  /** a row of a table, a rule, markup, code: it stays by itself */
  readonly alone: boolean;
  /** begins a list's entry: nothing is joined to what is before it */
  readonly item: boolean;
  /** columns, with the indentation */
  readonly length: number;
  /** columns of the first word, which would have had to fit in the line before */
  readonly first: number;
  readonly indent: number;
  /** ends as sentences end */
  readonly closed: boolean;
  /** ends with any mark */
  readonly marked: boolean;
  /** its first letter is a small one, a capital one, or neither */
  readonly begins: 'small' | 'capital' | 'other';
  readonly unspaced: boolean;
}

/** A longer line is a paragraph already, UTF-16 units. */
const LONGEST = 240;
const MAY_BE_WIDE = /[\u1100-\uffff]/;
/** Scripts that are joined without a blank, with their punctuation. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fb\u30fc\uff00-\uff65\u2018-\u201d\u2014\u2026]/u;
const MAY_BE_UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\uffff]/;

const ROW = /\S(?: {3,}|\t|\u3000{2,} ?| ?\|| ?(?:\. ?){4,})|^\s*\|/;
const MARKUP = /^\s*(?:[#>|+=~`\\]|\*{2,3}\s|<[a-z/!]|\/[/*]|\* |-{2,}\s*$)/i;
const CODE_END = /(?:[{}\\]|[)\w]\s*[=(]|\)\s*[:;]|=>)$/;
const ITEM = /^\s*(?:[-–•·*‣◦▪+]\s+\S|\(?(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[a-zA-Z])[.)]\s+\S|\d{1,3}:\d{1,3}\s)/;
const MAY_BE_ITEM = /[.)]/;
const NOTHING_SAID = /^[^\p{L}\p{N}]*$/u;
const CLOSED = /[.!?…。！？；」』”"»›’')\]:：*_]$/;
const MARKED = /[^\p{L}\p{N}\p{M}\s]$/u;
const FIRST_LETTER = /^[^\p{L}\p{N}]*(?:(\p{Ll})|(\p{Lu}))?/u;

/** Whether a character takes two columns: Hangul, Han, kana, full-width forms. */
const isWide = (code: number) =>
  code >= 0x1100 &&
  (code < 0x1160 ||
    (code >= 0x2e80 && code < 0xa4d0 && code !== 0x303f) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe70) ||
    (code >= 0xff01 && code < 0xff61) ||
    (code >= 0xffe0 && code < 0xffe7));

function columns(text: string): number {
  if (!MAY_BE_WIDE.test(text)) return text.length;
  let count = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) count++;
  return count;
}

/** A line that nothing is joined to. Written out, since a spread would cost more than all the measuring. */
const apart = (line: Line, text: string, blank: boolean): Measured => ({
  line,
  text,
  blank,
  alone: true,
  item: false,
  length: text.length,
  first: LONGEST,
  indent: 0,
  closed: true,
  marked: true,
  begins: 'other',
  unspaced: false,
});

/** Columns of the first word: of a script without blanks, one character. */
function firstWord(text: string, indent: number): number {
  const character = text[indent] ?? '';
  if (MAY_BE_UNSPACED.test(character) && UNSPACED.test(character)) return columns(character);
  const end = text.indexOf(' ', indent);
  return columns(end === -1 ? text.slice(indent) : text.slice(indent, end));
}

/** A row needs one of these, which most lines lack. */
const mayBeRow = (text: string) =>
  text.includes('   ') ||
  text.includes('\t') ||
  text.includes('|') ||
  text.includes('. .') ||
  text.includes('...') ||
  text.includes('\u3000');
const isSmall = (code: number) => code >= 97 && code <= 122;
const isCapital = (code: number) => code >= 65 && code <= 90;

const CODE_MARKS = '{}\\=(:;>';

function beginning(text: string, code: number): Measured['begins'] {
  if (isSmall(code)) return 'small';
  if (isCapital(code)) return 'capital';
  // Han, kana, Hangul have no capitals
  if (code >= 0x2e80 && code < 0xd7b0) return 'other';
  const letter = FIRST_LETTER.exec(text);
  return letter?.[1] ? 'small' : letter?.[2] ? 'capital' : 'other';
}

/** Whether nothing is joined to a line; one that begins and ends with a letter, as most do, is quickly seen. */
const isAlone = (text: string, plainStart: boolean, plainEnd: boolean): boolean =>
  (mayBeRow(text) && ROW.test(text)) ||
  (!plainStart && (MARKUP.test(text) || NOTHING_SAID.test(text))) ||
  (!plainEnd && CODE_MARKS.includes(text[text.length - 1]) && CODE_END.test(text));

/** Measures a line; costs little for ASCII, which most lines are. */
export function measure(line: Line): Measured {
  if (line.text === '') return apart(line, '', true);
  if (line.text.length > LONGEST || !line.ended) return apart(line, line.text, false);
  const text = isSmall(line.text.charCodeAt(line.text.length - 1)) ? line.text : line.text.trimEnd();
  if (text === '') return apart(line, '', true);
  const code = text.charCodeAt(0);
  const indent = isSmall(code) || isCapital(code) ? 0 : text.length - text.trimStart().length;
  const first = text.charCodeAt(indent);
  const plainStart = isSmall(first) || isCapital(first);
  const plainEnd = isSmall(text.charCodeAt(text.length - 1));
  // an entry's number stands before a full stop, a bracket or a colon, at its very beginning
  const mayBeItem = !plainStart || MAY_BE_ITEM.test(text.slice(indent, indent + 6));
  return {
    line,
    text,
    blank: false,
    alone: isAlone(text, plainStart, plainEnd),
    item: mayBeItem && ITEM.test(text.length > 40 ? text.slice(0, 40) : text),
    length: line.typed ?? columns(text),
    first: firstWord(text, indent),
    indent: indent === 0 ? 0 : columns(text.slice(0, indent)),
    closed: !plainEnd && CLOSED.test(text),
    marked: !plainEnd && MARKED.test(text),
    begins: beginning(text, first),
    unspaced: !plainEnd && MAY_BE_UNSPACED.test(text) && UNSPACED.test(text.slice(-1)),
  };
}
