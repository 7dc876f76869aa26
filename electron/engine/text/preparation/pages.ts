import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { runsOnInto } from './seam.ts';
import type { Opening, Stage, Step } from './step.ts';

const LONGEST_HEAD = 90;
const NUMBER =
  /^\s*(?:[-–—[({|]\s*)?(?:(?:Page|Seite|Pág\.?|p\.|S\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*[-–—\])}|])?\s*$/i;
const DIVIDES = new RegExp(`^\\s*${DIVISION}`, 'iu');
const SENTENCE_END = /[.!?…。！？"”“»«’‘,;:]\s*$/;
const SAYS = /\p{L}/u;
/** How often a line stands above pages before it is a head, how many heads are remembered while they are counted. */
const LEAST_HEADS = 5;
const LEAST_NUMBERS = 8;
const MOST_REMEMBERED = 20_000;

/** A head without its page number. */
const keyOf = (text: string) => text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, LONGEST.name);

const isDigits = (text: string) => NUMBER.test(text);
/** A page that is numbered between two lines, without a blank one, and by how many pages the next such number is further on. */
const BARE = /^\s*(?:[-–—]\s?)?(\d{1,4})(?:\s?[-–—])?\s*$/;
const LONGEST_BARE = 12;
const FURTHER = 3;
/** A page has so many lines. */
const LEAST_LINES = 8;
const RISING = '#+';
/** By how many pages the next head of a kind is further on, and how many stand together. */
const PAGES_BETWEEN = 8;
const MOST_BETWEEN = 4;

/** Of so many heads the number rises, and so many stand amid a sentence: then they are sure to be some. */
const RISING_SHARE = 0.8;
const WITHIN_SHARE = 0.15;
const LEAST_WITHIN = 3;

/** A line that comes again and again by itself, whatever number it holds. */
interface Head {
  times: number;
  characters: number;
  line: string;
  /** how often its number is shortly behind the last one, and how often a sentence goes on behind it */
  rising: number;
  within: number;
  page: number;
}

const isNumbered = ({ times, rising }: Head) => rising >= RISING_SHARE * (times - 1);
const sumOf = (heads: readonly Head[], of: 'times' | 'within') => heads.reduce((sum, head) => sum + head[of], 0);

class Pages implements Stage {
  readonly #opening: Opening;
  readonly #heads: Set<string> | undefined;
  readonly #counts = new Map<string, Head>();
  /** what may be heads since the last line that is none, each with the line before it */
  #between: { head: Head; before: Line | undefined }[] = [];
  #last: Line | undefined;
  /** blank lines since, and whether a page ended among them */
  #blanks: Line[] = [];
  #paged = false;
  /** a line with a blank one before it, until it is known whether one follows */
  #single: Line | undefined;
  /** the page of the last number between lines, and what is counted of those that rise */
  #page = 0;
  #lines = 0;
  readonly #rising: Head = { times: 0, characters: 0, line: '', rising: 0, within: 0, page: 0 };

  constructor(opening: Opening) {
    this.#opening = opening;
    const { heads } = opening.plan ?? {};
    if (Array.isArray(heads)) this.#heads = new Set(heads.map(String));
  }

  line(line: Line): void {
    const blank = isBlank(line);
    if (!blank) this.#lines++;
    if (this.#single) {
      const single = this.#single;
      this.#single = undefined;
      if (blank) this.#alone(single);
      else this.#write(single);
    }
    if (blank) this.#blanks.push(line);
    else if (this.#blanks.length === 0 && this.#last && this.#isNextPage(line)) this.#bare(line);
    else if ((this.#blanks.length > 0 || !this.#last) && line.text.length <= LONGEST_HEAD) this.#single = line;
    else this.#write(line);
    if (this.#blanks.length > 1_000) this.#flush();
  }

  /** A line with blank ones before and behind it. */
  #alone(line: Line): void {
    const key = keyOf(line.text);
    const number = isDigits(line.text);
    if (this.#heads) {
      if (!this.#heads.has(number ? '#' : key)) return this.#write(line);
      this.#paged = true;
      this.#opening.tally.note(line.text.length + 1, line.text, '');
      return;
    }
    if (number || (SAYS.test(key) && !DIVIDES.test(key) && !SENTENCE_END.test(key))) {
      this.#count(number ? '#' : key, line);
      return this.#write(line, true);
    }
    this.#write(line);
  }

  #count(key: string, { text }: Line): void {
    let head = this.#counts.get(key);
    if (!head) {
      if (this.#counts.size >= MOST_REMEMBERED) return;
      head = { times: 0, characters: 0, line: text, rising: 0, within: 0, page: -Infinity };
      this.#counts.set(key, head);
    }
    head.times++;
    head.characters += text.length + 1;
    const page = Number(/\d{1,4}/.exec(text)?.[0] ?? -Infinity);
    if (page > head.page && page <= head.page + PAGES_BETWEEN) head.rising++;
    head.page = page;
    if (this.#between.length < MOST_BETWEEN) this.#between.push({ head, before: this.#last });
  }

  /** Whether a line is a number shortly behind that of the page before: years, scores and lists rise otherwise. */
  #isNextPage({ text, marks }: Line): boolean {
    if (text.length > LONGEST_BARE || (marks & MARKS.digit) === 0) return false;
    const page = Number(BARE.exec(text)?.[1] ?? 0);
    if (page === 0) return false;
    const isNext = this.#lines >= LEAST_LINES && page > this.#page && page <= this.#page + FURTHER;
    this.#page = page;
    this.#lines = 0;
    return isNext;
  }

  #bare(line: Line): void {
    if (this.#heads?.has(RISING)) return this.#opening.tally.note(line.text.length + 1, line.text, '');
    this.#rising.times++;
    this.#rising.characters += line.text.length + 1;
    this.#rising.line ||= line.text;
    this.#write(line);
  }

  #write(line: Line, mayBeHead = false): void {
    if (!mayBeHead && this.#between.length > 0) {
      for (const { head, before } of this.#between) if (before && runsOnInto(before, line)) head.within++;
      this.#between = [];
    }
    const goesOn = this.#paged && this.#last && runsOnInto(this.#last, line);
    if (goesOn) this.#blanks = [];
    else if (this.#paged) this.#blanks = this.#blanks.slice(0, 1);
    this.#paged = false;
    this.#flush();
    this.#last = line;
    this.#opening.emit(line);
  }

  #flush(): void {
    if (this.#blanks.length === 0) return;
    for (const blank of this.#blanks) this.#opening.emit(blank);
    this.#blanks = [];
  }

  end(): void {
    if (this.#single) this.#alone(this.#single);
    this.#flush();
  }

  found() {
    const all = [...this.#counts, [RISING, this.#rising] as const]
      .filter(([key, { times }]) => times >= (key === '#' || key === RISING ? LEAST_NUMBERS : LEAST_HEADS))
      .sort(([, one], [, other]) => other.times - one.times)
      .slice(0, PLAN_ENTRIES);
    // where the numbered ones are sure, those stay that stand between paragraphs
    const numbered = all.map(([, head]) => head).filter((head) => isNumbered(head) && head.within > 0);
    const within = sumOf(numbered, 'within');
    const sure = within >= LEAST_WITHIN && within >= WITHIN_SHARE * sumOf(numbered, 'times');
    const heads = sure ? all.filter(([key, head]) => key === RISING || head.within >= WITHIN_SHARE * head.times) : all;
    if (heads.length === 0) return undefined;
    for (const [, { times, characters, line }] of heads) this.#opening.tally.note(characters, line, '', times);
    return { sure, facts: { heads: heads.length }, plan: { heads: heads.map(([key]) => key) } };
  }
}

/** Leaves out page numbers and what is printed above every page. */
export const pages: Step = { name: 'pages', open: (opening) => new Pages(opening) };
