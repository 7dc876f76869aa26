import { BareNumbers } from './bare-numbers.ts';
import { DIVISION } from './divisions.ts';
import { FormFeeds } from './form-feeds.ts';
import { isBlank, type Line } from './line.ts';
import {
  chosenOf,
  headOf,
  isPageKey,
  keyOf,
  numberKeyOf,
  RISING_KEY,
  romanKeyOf,
  WORDED_KEY,
  type Head,
} from './page-heads.ts';
import { isNumber, PageCount, pageAtEdge, romanAlone } from './page-number.ts';
import { PageRuns } from './page-runs.ts';
import { LEAST_PROSE, runsOnInto, runsOnOverPage } from './seam.ts';
import type { Found, Opening, Stage, Step } from './step.ts';
import { VerseNumbers } from './verse-numbers.ts';

const LONGEST_HEAD = 90;
const DIVIDES = new RegExp(`^\\s*${DIVISION}`, 'iu');
/** A chapter's name above its pages: with more than a word before the number, and that apart. */
const NAMED = /^\s*\S+ \S.*\S\s{3,}\d{1,4}\s*$/;
const SENTENCE_END = /[.!?…。！？"”“»«’‘,;:]\s*$/;
const SAYS = /\p{L}/u;
/** How many heads are remembered while they are counted. */
const MOST_REMEMBERED = 20_000;

/** By how many pages the next head of a kind is further on, and how many stand together. */
const PAGES_BETWEEN = 8;
const MOST_BETWEEN = 8;

class Pages implements Stage {
  readonly #feeds: FormFeeds;
  readonly #verses: VerseNumbers;
  readonly #opening: Opening;
  readonly #heads: Set<string> | undefined;
  readonly #counts = new Map<string, Head>();
  readonly #runs = new PageRuns();
  /** what may be heads since the last line that is none, each with the line before it */
  #between: { head: Head; before: Line | undefined }[] = [];
  #last: Line | undefined;
  /** blank lines since, and whether a page ended among them */
  #blanks: Line[] = [];
  #paged = false;
  /** a line with a blank one before it, until it is known whether one follows */
  #single: Line | undefined;
  /** characters of the text so far */
  #written = 0;
  /** numbers between lines, and what is counted of those that rise */
  readonly #bareNumbers = new BareNumbers();
  readonly #rising = headOf(RISING_KEY, '');
  readonly #worded = new PageCount();

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#feeds = new FormFeeds(opening, { line: (line) => this.#take(line), cut: () => this.#cut() });
    const { heads, verses } = opening.plan ?? {};
    this.#verses = new VerseNumbers(opening.tally, opening.plan && Number(verses ?? 0));
    if (Array.isArray(heads)) this.#heads = new Set(heads.map(String));
  }

  line(line: Line): void {
    this.#feeds.line(this.#verses.take(line));
  }

  /** A page ends, where something was left out. */
  #cut(): void {
    if (this.#single) this.#write(this.#single);
    this.#single = undefined;
    this.#paged = true;
  }

  #take(line: Line): void {
    const blank = isBlank(line);
    if (!blank) this.#bareNumbers.lines++;
    if (this.#single) {
      const single = this.#single;
      this.#single = undefined;
      if (blank) this.#alone(single);
      else this.#write(single);
    }
    if (blank) this.#blanks.push(line);
    else if (this.#blanks.length === 0 && this.#last && this.#bareNumbers.isNext(line)) this.#bare(line);
    else if ((this.#blanks.length > 0 || !this.#last) && line.text.length <= LONGEST_HEAD) this.#single = line;
    else this.#write(line);
    if (this.#blanks.length > 1_000) this.#flush();
  }

  /** A line with blank ones before and behind it. */
  #alone(line: Line): void {
    const { text } = line;
    const words = keyOf(text);
    const number = isNumber(text);
    const isHead =
      number || (SAYS.test(words) && !SENTENCE_END.test(words) && (!DIVIDES.test(words) || NAMED.test(text)));
    const edge = isHead && !number ? pageAtEdge(text) : NaN;
    const isWorded = edge >= 0 && this.#worded.isNext(edge);
    const key = number ? numberKeyOf(text) : edge >= 0 ? romanKeyOf(text) : words;
    if (this.#heads) {
      if (!this.#heads.has(key) && !(isWorded && this.#heads.has(WORDED_KEY))) return this.#write(line, true);
      this.#paged = true;
      this.#opening.tally.note(text.length + 1, text, '');
      return;
    }
    if (isHead) {
      const page = Number(/\d{1,4}/.exec(text)?.[0] ?? (number ? romanAlone(text.toLowerCase()) : edge));
      this.#count(key, text, page);
      if (isWorded) this.#count(WORDED_KEY, text, page);
      if (edge >= 0) this.#over(this.#runs.see(key, text, edge, this.#written));
      return this.#write(line, true);
    }
    this.#write(line);
  }

  #count(key: string, text: string, page: number): void {
    let head = this.#counts.get(key);
    if (!head) {
      if (this.#counts.size >= MOST_REMEMBERED) return;
      head = headOf(key, text);
      this.#counts.set(key, head);
    }
    head.times++;
    head.characters += text.length + 1;
    if (page > head.page && page <= head.page + PAGES_BETWEEN) {
      head.rising++;
      head.between += this.#written - head.at;
    }
    // what bears no number rises from none
    head.page = Number.isNaN(page) ? -Infinity : page;
    head.at = this.#written;
    this.#over(head);
  }

  #over(head: Head): void {
    if (this.#between.length < MOST_BETWEEN) this.#between.push({ head, before: this.#last });
  }

  #bare(line: Line): void {
    if (this.#heads?.has(RISING_KEY)) return this.#opening.tally.note(line.text.length + 1, line.text, '');
    this.#rising.times++;
    this.#rising.characters += line.text.length + 1;
    this.#rising.line ||= line.text;
    this.#write(line);
  }

  #write(line: Line, mayBeHead = false): void {
    if (!mayBeHead && this.#between.length > 0) {
      const isNumbered = this.#between.some(({ head }) => isPageKey(head.key));
      for (const { head, before } of this.#between) {
        if (before && runsOnInto(before, line)) {
          head.within++;
          if (before.text.trim().length >= LEAST_PROSE) head.withinProse++;
        }
        if (isNumbered) head.beside++;
      }
      this.#between = [];
    }
    if (this.#paged) {
      const runsOn = mayBeHead || DIVIDES.test(line.text) ? runsOnInto : runsOnOverPage;
      this.#blanks = this.#last && runsOn(this.#last, line) ? [] : this.#blanks.slice(0, 1);
      this.#paged = false;
    }
    this.#flush();
    this.#last = line;
    this.#written += line.text.length;
    this.#opening.emit(line);
  }

  #flush(): void {
    if (this.#blanks.length === 0) return;
    for (const blank of this.#blanks) this.#opening.emit(blank);
    this.#blanks = [];
  }

  end(): void {
    this.#feeds.end();
    if (this.#single) this.#alone(this.#single);
    this.#flush();
  }

  found(): Found | undefined {
    const verses = this.#verses.found();
    const found = this.#foundHeads(verses > 0);
    if (verses === 0) return found;
    const heads = Number(found?.facts?.heads ?? 0) + 1;
    return { sure: true, facts: { heads }, plan: { ...found?.plan, verses } };
  }

  /** @param onlySure whether what is not sure is not told */
  #foundHeads(onlySure: boolean): Found | undefined {
    const { sure, heads } = chosenOf([...this.#counts, [RISING_KEY, this.#rising]], this.#runs.found());
    const fed = this.#feeds.found();
    if (heads.length === 0 || ((fed || onlySure) && !sure)) return fed;
    const isWorded = heads.some(([key]) => key === WORDED_KEY);
    // those of them that come often are counted with the rest of them
    const told = heads.filter(([key, { line }]) => key === WORDED_KEY || !isWorded || !(pageAtEdge(line) >= 0));
    for (const [, { times, characters, line }] of told) this.#opening.tally.note(characters, line, '', times);
    const count = told.length + Number(fed?.facts?.heads ?? 0);
    return { sure, facts: { heads: count }, plan: { ...fed?.plan, heads: heads.map(([key]) => key) } };
  }
}

/** Leaves out page numbers and what is printed above every page. */
export const pages: Step = { name: 'pages', open: (opening) => new Pages(opening) };
