import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { keyOf, LEAST_PAGE } from './page-heads.ts';
import { footOf, pageAtEdge, PageOffsets } from './page-number.ts';
import { isTop, topOf, type Top } from './page-tops.ts';
import { runsOnInto } from './seam.ts';
import type { Found, Opening, Sink } from './step.ts';

/** Longest line that is looked at, with the blanks that put it in the middle; blank lines behind a foot. */
const LONGEST_LINE = 160;
const MOST_BLANKS = 50;
const DIVIDES = new RegExp(`^\\s*(?:\\d+\\s+)?${DIVISION}`, 'iu');
const SENTENCE_END = /[.!?…。！？"”»’,;:]\s*$/;
const SAYS = /\p{L}/u;
/** Pages that must be numbered. */
const LEAST_FEET = 3;
/** On how many of all pages heads must stand. */
const LEAST_SHARE = 0.5;
/** Behind how many of them a sentence goes on, and from how long a line. */
const LEAST_WITHIN = 3;
const LEAST_OPEN = 30;
/** The share of pages that heads with their number stand on, whatever words are beside it, as those of each chapter are. */
const LEAST_NUMBERED = 0.3;
const NUMBERED_WITHIN = 0.1;
const LEAST_NUMBERED_WITHIN = 2;
const MOST_REMEMBERED = 20_000;

/** Takes lines, and what stands between two pages out of their midst. */
export interface Below {
  line: Sink;
  /** lines were left out here, where one page ends */
  cut(): void;
}

/** What stands at the ends of pages that form feeds part, as programs write text out of a PDF: numbers, heads. */
export class FormFeeds {
  readonly #opening: Opening;
  readonly #below: Below;
  readonly #heads: ReadonlySet<string> | undefined;
  readonly #offsets: ReadonlySet<number> | undefined;
  readonly #edges: ReadonlySet<number> | undefined;
  readonly #counts = new Map<string, Top>();
  /** what the page begins with, until the next line tells whether a sentence goes on behind it */
  #top: Top | undefined;
  /** of the text, as far as it is known for that */
  #last: Line | undefined;
  /** a number that may be a page's, with the blank lines behind it */
  #held: Line[] = [];
  /** no line of the page has come yet */
  #opens = false;
  #pages = 0;
  /** characters on those that form feeds part */
  #written = 0;
  readonly #feet = new PageOffsets();
  /** heads that bear the number of their page */
  readonly #numbered = new PageOffsets();
  #isNumbered = false;

  constructor(opening: Opening, below: Below) {
    this.#opening = opening;
    this.#below = below;
    const { tops, feet, edges } = opening.plan ?? {};
    if (Array.isArray(tops)) this.#heads = new Set(tops.map(String));
    if (Array.isArray(feet)) this.#offsets = new Set(feet.map(Number));
    if (Array.isArray(edges)) this.#edges = new Set(edges.map(Number));
  }

  line(line: Line): void {
    const blank = isBlank(line);
    if ((line.marks & MARKS.opens) !== 0) {
      this.#foot();
      this.#pages++;
      this.#opens = true;
    }
    if (this.#held.length > 0) {
      if (blank && this.#held.length <= MOST_BLANKS) return void this.#held.push(line);
      this.#release();
    }
    if (this.#opens && !blank) {
      this.#opens = false;
      if (this.#isHead(line)) return;
      if (this.#top) return this.#below.line(line);
    }
    if (line.text.length <= LONGEST_LINE && footOf(line) >= 0) return void this.#held.push(line);
    if (!blank && this.#heads === undefined && this.#pages > 0) this.#judge(line);
    this.#written += line.text.length;
    if (!blank) this.#last = line;
    this.#below.line(line);
  }

  /** A line of the text amid a page tells of the one that the page began with. */
  #judge(line: Line): void {
    if (this.#top) {
      const last = this.#last;
      if (last && last.text.trim().length >= LEAST_OPEN && runsOnInto(last, line)) {
        this.#top.within++;
        if (this.#isNumbered) this.#numbered.within++;
      }
      this.#top = undefined;
    }
    const same = line.text.length <= LONGEST_LINE ? this.#counts.get(keyOf(line.text)) : undefined;
    if (same) same.amid++;
  }

  end(): void {
    if (this.#pages > 0) this.#foot();
    this.#release();
  }

  #release(): void {
    for (const line of this.#held) this.#below.line(line);
    this.#held = [];
  }

  /** What is held stands at the foot of a page. */
  #foot(): void {
    const [line] = this.#held;
    if (!line) return;
    const offset = footOf(line) - this.#pages;
    if (this.#offsets?.has(offset)) {
      this.#held = [];
      return this.#leaveOut(line);
    }
    this.#feet.add(line, offset);
    this.#release();
  }

  #isHead(line: Line): boolean {
    const key = line.text.length <= LONGEST_LINE ? keyOf(line.text) : '';
    const isNone = !SAYS.test(key) || DIVIDES.test(line.text) || SENTENCE_END.test(key);
    const offset = isNone ? NaN : pageAtEdge(line.text) - this.#pages;
    if (this.#heads) {
      if (!this.#heads.has(key) && !this.#edges?.has(offset)) return false;
      this.#leaveOut(line);
      return true;
    }
    if (isNone) return false;
    this.#isNumbered = !Number.isNaN(offset);
    if (this.#isNumbered) this.#numbered.add(line, offset);
    this.#top = this.#counts.get(key);
    if (!this.#top) {
      if (this.#counts.size >= MOST_REMEMBERED) return false;
      this.#top = topOf(line.text.trim());
      this.#counts.set(key, this.#top);
    }
    this.#top.times++;
    this.#top.characters += line.text.length + 1;
    return false;
  }

  #leaveOut(line: Line): void {
    this.#opening.tally.note(line.text.length + 1, line.text.trim(), '');
    this.#below.cut();
  }

  found(): Found | undefined {
    const { tally } = this.#opening;
    const feet = this.#feet.times >= LEAST_FEET && this.#feet.areCounting;
    const numbered = this.#numbered;
    const arePages = this.#written >= LEAST_PAGE * this.#pages;
    const edges =
      arePages &&
      numbered.times >= Math.max(LEAST_FEET, LEAST_NUMBERED * this.#pages) &&
      numbered.areCounting &&
      numbered.within >= Math.max(LEAST_NUMBERED_WITHIN, NUMBERED_WITHIN * numbered.times);
    const often = [...this.#counts]
      .filter(([, top]) => arePages && isTop(top) && !(edges && pageAtEdge(top.line) >= 0))
      .slice(0, PLAN_ENTRIES);
    const sumOf = (of: 'times' | 'within') => often.reduce((all, [, top]) => all + top[of], 0);
    const tops = sumOf('times') >= LEAST_SHARE * this.#pages && sumOf('within') >= LEAST_WITHIN ? often : [];
    if (!feet && !edges && tops.length === 0) return undefined;
    if (edges) tally.note(numbered.characters, numbered.line, '', numbered.times);
    if (feet) tally.note(this.#feet.characters, this.#feet.line, '', this.#feet.times);
    for (const [, head] of tops) tally.note(head.characters, head.line, '', head.times);
    return {
      sure: true,
      facts: { heads: tops.length + Number(feet) + Number(edges) },
      plan: {
        feet: feet ? [...this.#feet.seen] : [],
        edges: edges ? [...numbered.seen] : [],
        tops: tops.map(([key]) => key),
      },
    };
  }
}
