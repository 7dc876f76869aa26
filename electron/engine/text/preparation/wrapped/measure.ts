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

const LONGEST = 400;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/g;
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

const columns = (text: string) =>
  MAY_BE_WIDE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : text.length;

const BLANK: Omit<Measured, 'line'> = {
  text: '',
  blank: true,
  alone: true,
  item: false,
  length: 0,
  first: 0,
  indent: 0,
  closed: true,
  marked: true,
  begins: 'other',
  unspaced: false,
};

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
  const text = isSmall(line.text.charCodeAt(line.text.length - 1)) ? line.text : line.text.trimEnd();
  if (text === '') return { ...BLANK, line };
  const code = text.charCodeAt(0);
  const indent = isSmall(code) || isCapital(code) ? 0 : text.length - text.trimStart().length;
  if (text.length > LONGEST || !line.ended)
    return { ...BLANK, line, text, blank: false, length: text.length, indent, first: LONGEST };
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
