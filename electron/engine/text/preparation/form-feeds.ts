import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { pageAlone, pageAtEdge } from './page-number.ts';
import { runsOnInto } from './seam.ts';
import type { Found, Opening, Sink } from './step.ts';

/** Longest line that is looked at, with the blanks that put it in the middle; blank lines behind a foot. */
const LONGEST_LINE = 160;
const MOST_BLANKS = 50;
const DIVIDES = new RegExp(`^\\s*(?:\\d+\\s+)?${DIVISION}`, 'iu');
const SENTENCE_END = /[.!?…。！？"”»’,;:]\s*$/;
const SAYS = /\p{L}/u;
/** Pages that must be numbered, and the share of those that are numbered one behind the other. */
const LEAST_FEET = 3;
const COUNTING = 0.8;
/** How often a head must come, and on how many of all pages heads must stand. */
const LEAST_HEADS = 3;
const LEAST_SHARE = 0.5;
/** Behind how many of them a sentence goes on, which behind a title, a date and a name does not, and from how long a line. */
const LEAST_WITHIN = 3;
const WITHIN_SHARE = 0.3;
const LEAST_OPEN = 30;
/** The share of pages that heads with their number stand on, whatever words are beside it, as those of each chapter are. */
const LEAST_NUMBERED = 0.3;
const NUMBERED_WITHIN = 0.1;
/** How often the same stands amid pages, at most, as who speaks and rows of a table do. */
const MOST_AMID = 0.2;
const MOST_REMEMBERED = 20_000;

const keyOf = (text: string) => text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, LONGEST.name);

/** Takes lines, and what stands between two pages out of their midst. */
export interface Below {
  line: Sink;
  /** lines were left out here, where one page ends */
  cut(): void;
}

/** A line that pages begin with, whatever number it holds. */
interface Top {
  times: number;
  characters: number;
  readonly line: string;
  /** how often a sentence of the page before goes on behind it */
  within: number;
  /** how often it stands amid a page */
  amid: number;
}

const isHead = ({ times, within, amid }: Top) =>
  times >= LEAST_HEADS && within >= WITHIN_SHARE * times && amid <= MOST_AMID * times;

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
  readonly #feet = { times: 0, counting: 0, characters: 0, line: '', offset: NaN };
  /** by how much the numbers of pages differ from their count, where two such ones followed each other */
  readonly #seen = new Set<number>();
  /** the same of heads that bear the number of their page, with how often a sentence goes on behind them */
  readonly #numbered = { times: 0, counting: 0, within: 0, characters: 0, line: '', offset: NaN };
  readonly #seenAbove = new Set<number>();
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
    if (line.text.length <= LONGEST_LINE && (line.marks & MARKS.digit) !== 0 && pageAlone(line.text) >= 0)
      return void this.#held.push(line);
    if (!blank && this.#heads === undefined && this.#pages > 0) this.#judge(line);
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
    const offset = pageAlone(line.text) - this.#pages;
    if (this.#offsets?.has(offset)) {
      this.#held = [];
      return this.#leaveOut(line);
    }
    const feet = this.#feet;
    feet.times++;
    if (offset === feet.offset) {
      feet.counting++;
      if (this.#seen.size < PLAN_ENTRIES) this.#seen.add(offset);
    }
    feet.offset = offset;
    feet.characters += line.text.length + 1;
    feet.line ||= line.text.trim();
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
    if (this.#isNumbered) this.#count(line, offset);
    this.#top = this.#counts.get(key);
    if (!this.#top) {
      if (this.#counts.size >= MOST_REMEMBERED) return false;
      this.#top = { times: 0, characters: 0, line: line.text.trim(), within: 0, amid: 0 };
      this.#counts.set(key, this.#top);
    }
    this.#top.times++;
    this.#top.characters += line.text.length + 1;
    return false;
  }

  #count(line: Line, offset: number): void {
    const numbered = this.#numbered;
    numbered.times++;
    numbered.characters += line.text.length + 1;
    numbered.line ||= line.text.trim();
    if (offset === numbered.offset) {
      numbered.counting++;
      if (this.#seenAbove.size < PLAN_ENTRIES) this.#seenAbove.add(offset);
    }
    numbered.offset = offset;
  }

  #leaveOut(line: Line): void {
    this.#opening.tally.note(line.text.length + 1, line.text.trim(), '');
    this.#below.cut();
  }

  found(): Found | undefined {
    const { tally } = this.#opening;
    const { times, counting, characters, line } = this.#feet;
    const feet = times >= LEAST_FEET && counting >= COUNTING * (times - 1);
    const numbered = this.#numbered;
    const edges =
      numbered.times >= LEAST_NUMBERED * this.#pages &&
      numbered.counting >= COUNTING * (numbered.times - 1) &&
      numbered.within >= Math.max(LEAST_WITHIN, NUMBERED_WITHIN * numbered.times);
    const often = [...this.#counts]
      .filter(([, top]) => isHead(top) && !(edges && pageAtEdge(top.line) >= 0))
      .slice(0, PLAN_ENTRIES);
    const sumOf = (of: 'times' | 'within') => often.reduce((all, [, top]) => all + top[of], 0);
    const tops = sumOf('times') >= LEAST_SHARE * this.#pages && sumOf('within') >= LEAST_WITHIN ? often : [];
    if (!feet && !edges && tops.length === 0) return undefined;
    if (edges) tally.note(numbered.characters, numbered.line, '', numbered.times);
    if (feet) tally.note(characters, line, '', times);
    for (const [, head] of tops) tally.note(head.characters, head.line, '', head.times);
    return {
      sure: true,
      facts: { heads: tops.length + Number(feet) + Number(edges) },
      plan: {
        feet: feet ? [...this.#seen] : [],
        edges: edges ? [...this.#seenAbove] : [],
        tops: tops.map(([key]) => key),
      },
    };
  }
}
