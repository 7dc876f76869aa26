import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import type { Line } from './line.ts';
import { MARKS } from './marks.ts';
import { romanOf } from '../roman.ts';

/** A number by itself, of a page or a chapter. */
const NUMBER =
  /^\s*(?:[-–—[({|]\s*)?(?:(?:Page|Seite|Pág\.?|p\.|S\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*[-–—\])}|])?\s*$/i;

/** How a page is numbered by itself: between dashes or brackets, called a page, with how many there are. */
const ALONE = [
  /^\s*(?:[-–—[(|]\s?)?(\d{1,4})(?:\s?[-–—\])|])?\s*$/,
  /^\s*(?:page|seite|página|pagina|pág\.|pag\.|p\.|s\.|strona|str\.|sida|side|sivu|sayfa|стр\.|страница)\s?(\d{1,4})(?:\s(?:of|von|de|di|sur|van|av|af|z|из)\s\d{1,4}|\s?\/\s?\d{1,4})?\s*$/i,
  /^\s*(\d{1,4})(?:\s(?:of|von|de|di|sur|van|av|af|z|из)\s|\s?\/\s?)\d{1,4}\s*$/i,
  /^\s*(\d{1,4})\s?\|\s?p ?a ?g ?e\s*$/i,
  /^\s*第\s?(\d{1,4})\s?[页頁](?:[\s,，/]{0,3}共\s?\d{1,4}\s?[页頁])?\s*$/,
];
/** Before words or behind them, as in a head. */
const BEFORE = /^(\d{1,4})\s+\D/;
const BEHIND = /^\D.*\s(\d{1,4})$/;
/** The same of a preface, whose pages bear small Roman numbers: alone, before words in capitals or behind them. */
const ROMAN_ALONE = /^\s*(?:[-–—[(|]\s?)?([ivxlc]{1,7})(?:\s?[-–—\])|])?\s*$/;
const ROMAN_BEFORE = /^([ivxlc]{1,7})\s+(?=\p{Lu})/u;
const ROMAN_BEHIND = /^\p{Lu}.*\s([ivxlc]{1,7})$/u;
/** What such a line ends with: a quick look. */
const LONGEST_ROMAN = 12;
const ROMAN_ENDS = 'ivxlc-–—])|';

export const isNumber = (text: string): boolean => NUMBER.test(text);

function pageAlone(text: string): number {
  for (const form of ALONE) {
    const found = form.exec(text);
    if (found) return Number(found[1]);
  }
  return NaN;
}

/** The page of a preface that a line by itself is the number of, NaN where it is none. */
export const romanAlone = (text: string): number => romanOf(ROMAN_ALONE.exec(text)?.[1] ?? '');

/** The page that a line by itself is the number of, NaN where it is none. */
export function footOf({ text, marks }: Line): number {
  if ((marks & MARKS.digit) !== 0) return pageAlone(text);
  // a longer line without a row of blanks is prose
  if (text.length > LONGEST_ROMAN && (marks & MARKS.blanks) === 0) return NaN;
  return ROMAN_ENDS.includes(text[text.length - 1]) ? romanAlone(text) : NaN;
}

/** The page that a line of words begins or ends with, NaN where it does with none. */
export function pageAtEdge(text: string): number {
  const words = text.trim();
  const number = (BEFORE.exec(words) ?? BEHIND.exec(words))?.[1];
  return number ? Number(number) : romanOf((ROMAN_BEFORE.exec(words) ?? ROMAN_BEHIND.exec(words))?.[1] ?? '');
}

/** By how many pages the next head that bears a number may be further on. */
const FURTHER = 8;
const isShortlyBehind = (number: number, page: number) => number > page && number <= page + FURTHER;

/** Tells which of the numbers that come are pages, one a little further on than the other, whatever year or sum comes between. */
export class PageCount {
  #page = 0;
  #other = -Infinity;

  isNext(number: number): boolean {
    const isPage = isShortlyBehind(number, this.#page) || isShortlyBehind(number, this.#other);
    this.#other = number;
    if (isPage) this.#page = number;
    return isPage;
  }
}

/** The share of numbers that are one behind the other, page by page. */
const COUNTING = 0.8;

/** Lines of pages that bear a number, and by how much that differs from the count of pages. */
export class PageOffsets {
  times = 0;
  characters = 0;
  line = '';
  /** how often a sentence goes on behind them */
  within = 0;
  /** those that two lines behind each other had */
  readonly seen = new Set<number>();
  #counting = 0;
  #offset = NaN;

  add({ text }: Line, offset: number): void {
    this.times++;
    this.characters += text.length + 1;
    this.line ||= text.trim();
    if (offset === this.#offset) {
      this.#counting++;
      if (this.seen.size < PLAN_ENTRIES) this.seen.add(offset);
    }
    this.#offset = offset;
  }

  get areCounting(): boolean {
    return this.#counting >= COUNTING * (this.times - 1);
  }
}
