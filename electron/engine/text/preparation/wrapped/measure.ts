import { isBlank, type Line } from '../line.ts';
import { DIVISION_BEGINS, NUMBERED_DIVISION } from '../divisions.ts';
import { LEADER } from '../leaders.ts';
import { MARKS } from '../marks.ts';
import { columns } from './columns.ts';
import { entryOf } from './entry-of.ts';

/** What a typesetter sees in a line, as bits. */
export const TRAITS = {
  /** stands between paragraphs: nothing is joined to it */
  blank: 1,
  /** a row of a table, a rule, markup, code, or blank: it stays by itself */
  alone: 2,
  /** begins a list's entry: nothing is joined to what is before it */
  item: 4,
  /** ends as sentences end */
  closed: 8,
  /** ends with any mark */
  marked: 16,
  /** its first letter is a small one; a capital one, or neither */
  small: 32,
  capital: 64,
  /** begins with a number */
  number: 2048,
  /** of a script that is joined without blanks */
  unspaced: 128,
  /** the line end before it stands inside a word */
  runsOn: 256,
  /** names who speaks, and says nothing */
  speaker: 512,
  /** begins with a dash as what is said does */
  speech: 1024,
  /** ends with a dash: what is said breaks off, or goes on */
  dash: 4096,
  /** begins with a number or a letter and a full stop, as an entry of a list does, or a name */
  label: 8192,
  /** begins with a mark of quotation */
  quote: 16384,
  /** names who speaks and, behind a tab, begins with what he says, which goes on behind tabs */
  spoken: 32768,
} as const;

/** A line as a typesetter sees it, filled in again and again: a new object for each would cost more than the measuring. */
export interface Measured {
  /** without blanks at its end */
  text: string;
  traits: number;
  /** columns, with the indentation */
  length: number;
  /** columns of the first word, which would have had to fit in the line before */
  first: number;
  indent: number;
}

/** A longer line is a paragraph already, UTF-16 units. */
const LONGEST = 240;
/** Scripts that are joined without a blank, with their punctuation. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\u30fb\u30fc\uff00-\uff65\u2018-\u201d\u2014\u2026]/u;
const MAY_BE_UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const LEAST_UNSPACED = 0x0e00;
const mayBeUnspaced = (unit: number) =>
  unit >= LEAST_UNSPACED && (unit <= 0x109f || (unit >= 0x1780 && unit <= 0x17ff) || unit >= 0x2e80);

const ROW = new RegExp(`\\S(?: {3,}|\\t|\\u3000{2,} ?| ?\\|| ?${LEADER})|^\\s*\\|`);
const MARKUP = /^\s*(?:[#>|+=~\\]|`{3}|\*{2,3}\s|<[a-z/!]|\/[/*]|\* |-{2,}\s*$)/i;
/** Prose has a blank before its brackets, and a semicolon behind them. */
const CODE_END = /(?:[{}\\]|[)\w]\s*[=(]|[\w\])]\([^]*\)\s*[:;]|=>)$/;
const HYPHEN = 45;
/** Nor is it the mark of a sentence, before which French leaves a blank, and which a line of Chinese may begin with. */
const NOTHING_SAID =
  /^(?!\s*[!?;:»。，、！？；：」』”’）》](?:[\s\xa0\u202f]?[!?.…»”。！？」』’）》]){0,6}$)[^\p{L}\p{N}]*$/u;
/** What somebody says, with or without a blank behind its dash; a small letter goes on with a sentence. */
const SPEECH = /^\s*(?:[—―–‒]|--(?!-)) ?[¿¡«„“"'‘([…. ]{0,6}[\p{Lu}\p{N}]/u;
const QUOTES = '"`“„«»‘‹›「『';
const DASH = /(?:[—―–]|--)$/;
/** One word that long is none: a sequence, a code, an address. */
const LONGEST_WORD = 34;
/** German closes with the marks that English opens with, and Danish with those that French does. */
const CLOSED = /[.!?…।॥؟۔።။។。！？；」』”“"»«›‹’‘')\]:：*_]$/;
const MARKED = /[^\p{L}\p{N}\p{M}\s]$/u;
/** Names of who speaks, alone in their line. */
const SPEAKER = /^\s*\p{Lu}[\p{L}.’' -]{0,30}:$|^\s*\p{Lu}[\p{Lu}.’' -]{1,30}\.?$/u;
const ENTRY = { item: TRAITS.item, label: TRAITS.label, none: 0 } as const;
const LONGEST_SPEAKER = 40;
/** The same with a tab and what is said. */
const SPOKEN = /^\p{Lu}[\p{Lu}.’' -]{1,30}\t(?=[^\s|])/u;
const FIRST_LETTER = /^[^\p{L}\p{N}]*(?:(\p{Ll})|(\p{Lu})|(\p{N}))?/u;

/** Columns of the first word: of a script without blanks, one character. */
function firstWord(text: string, indent: number, marks: number): number {
  const first = text.charCodeAt(indent);
  if (mayBeUnspaced(first) && UNSPACED.test(text[indent])) return columns(text[indent], marks);
  let end = indent;
  while (end < text.length && text.charCodeAt(end) !== 32) end++;
  return (marks & MARKS.wide) === 0 ? end - indent : columns(text.slice(indent, end), marks);
}

/** A row needs one of these, which most lines lack. */
const mayBeRow = (text: string, marks: number) =>
  (marks & (MARKS.row | MARKS.dots)) !== 0 ||
  ((marks & MARKS.blanks) !== 0 && text.includes('   ')) ||
  ((marks & MARKS.dot) !== 0 && text.includes('. .'));
const isSmall = (code: number) => code >= 97 && code <= 122;
const isCapital = (code: number) => code >= 65 && code <= 90;

const CODE_MARKS = '{}\\=(:;>';

function beginning(text: string, code: number): number {
  if (isSmall(code)) return TRAITS.small;
  if (isCapital(code)) return TRAITS.capital;
  // Han, kana, Hangul have no capitals
  if (code >= 0x2e80 && code < 0xd7b0) return 0;
  const letter = FIRST_LETTER.exec(text);
  return letter?.[1] ? TRAITS.small : letter?.[2] ? TRAITS.capital : letter?.[3] ? TRAITS.number : 0;
}

/** Whether nothing is joined to a line; one that begins and ends with a letter, as most do, is quickly seen. */
const isAlone = (text: string, marks: number, plainStart: boolean, plainEnd: boolean): boolean =>
  (text.length >= LONGEST_WORD && (marks & (MARKS.blank | MARKS.wide)) === 0 && !MAY_BE_UNSPACED.test(text)) ||
  (mayBeRow(text, marks) && ROW.test(text)) ||
  (!plainStart && (MARKUP.test(text) || NOTHING_SAID.test(text))) ||
  (!plainEnd && CODE_MARKS.includes(text[text.length - 1]) && CODE_END.test(text));

/** A chapter's or a part's number, with or without its title. */
const isDivision = (text: string, indent: number) =>
  DIVISION_BEGINS.includes(text[indent]) && NUMBERED_DIVISION.test(text);

/** What a line's end says, where it is no small letter. */
function ending(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (isCapital(last)) return 0;
  const dash = (last === HYPHEN || (last >= 0x2012 && last <= 0x2015)) && DASH.test(text);
  const unspaced = last >= LEAST_UNSPACED && MAY_BE_UNSPACED.test(text) && UNSPACED.test(text.slice(-1));
  return (
    (CLOSED.test(text) ? TRAITS.closed : 0) |
    (MARKED.test(text) ? TRAITS.marked : 0) |
    (dash ? TRAITS.dash : 0) |
    (unspaced ? TRAITS.unspaced : 0)
  );
}

function apart(into: Measured, text: string, traits: number): void {
  into.text = text;
  into.traits = traits | TRAITS.alone | TRAITS.closed | TRAITS.marked;
  into.length = text.length;
  into.first = LONGEST;
  into.indent = 0;
}

/** @param name units of who speaks, in whose place the next line has a tab */
function spoken(into: Measured, text: string, length: number, name: number): void {
  const end = isSmall(text.charCodeAt(text.length - 1)) ? 0 : ending(text);
  into.text = text;
  into.traits = TRAITS.capital | TRAITS.item | TRAITS.spoken | end;
  into.length = length - name + 1;
  into.first = LONGEST;
  into.indent = 0;
}

/** Measures a line; costs little for ASCII, which most lines are. */
export function measure(line: Line, into: Measured): void {
  const runsOn = line.runsOn ? TRAITS.runsOn : 0;
  if (line.text === '') return apart(into, '', TRAITS.blank | runsOn);
  if (line.text.length > LONGEST || !line.ended) return apart(into, line.text, runsOn);
  if (isBlank(line)) return apart(into, '', TRAITS.blank | runsOn);
  const { marks } = line;
  const plainEnd = isSmall(line.text.charCodeAt(line.text.length - 1));
  const text = plainEnd ? line.text : line.text.trimEnd();
  const code = text.charCodeAt(0);
  const name = (marks & MARKS.row) !== 0 && !isSmall(code) ? (SPOKEN.exec(text)?.[0].length ?? 0) : 0;
  if (name > 0 && !ROW.test(text.slice(name))) return spoken(into, text, line.typed ?? columns(text, marks), name);
  const indent = isSmall(code) || isCapital(code) ? 0 : text.length - text.trimStart().length;
  const first = text.charCodeAt(indent);
  const plainStart = isSmall(first) || isCapital(first);
  into.text = text;
  into.traits =
    runsOn |
    beginning(text, first) |
    (plainEnd ? 0 : ending(text)) |
    ((first === HYPHEN || (first >= 0x2012 && first <= 0x2015)) && SPEECH.test(text) ? TRAITS.speech : 0) |
    (isAlone(text, marks, plainStart, plainEnd) ? TRAITS.alone : 0) |
    (!isSmall(first) && isDivision(text, indent) ? TRAITS.item : 0) |
    (!plainStart && QUOTES.includes(text[indent]) ? TRAITS.quote : 0) |
    ENTRY[entryOf(text, indent, plainStart)] |
    (!plainEnd && !isSmall(first) && text.length < LONGEST_SPEAKER && SPEAKER.test(text) ? TRAITS.speaker : 0);
  into.length = line.typed ?? columns(text, marks);
  into.first = firstWord(text, indent, marks);
  into.indent = indent === 0 ? 0 : columns(text.slice(0, indent), marks);
}
