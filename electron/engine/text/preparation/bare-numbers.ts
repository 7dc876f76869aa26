import type { Line } from './line.ts';
import { MARKS } from './marks.ts';

/** A page that is numbered between two lines, without a blank one, and by how many pages the next such number is further on. */
const BARE = /^\s*(?:[-–—]\s?)?(\d{1,4})(?:\s?[-–—])?\s*$/;
const LONGEST = 12;
const FURTHER = 3;
/** A page has so many lines. */
const LEAST_LINES = 8;

/** Tells numbers of pages between lines: years, scores and lists rise otherwise. */
export class BareNumbers {
  /** the page of the last one, and lines that are not blank since */
  #page = 0;
  lines = 0;

  /** Whether a line is a number shortly behind that of the page before. */
  isNext({ text, marks }: Line): boolean {
    if (text.length > LONGEST || (marks & MARKS.digit) === 0) return false;
    const page = Number(BARE.exec(text)?.[1] ?? 0);
    if (page === 0) return false;
    const isNext = this.lines >= LEAST_LINES && page > this.#page && page <= this.#page + FURTHER;
    this.#page = page;
    this.lines = 0;
    return isNext;
  }
}
