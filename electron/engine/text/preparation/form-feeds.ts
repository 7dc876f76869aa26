import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Found, Opening, Sink } from './step.ts';

/** Longest line that is looked at, with the blanks that put it in the middle; blank lines behind a foot. */
const LONGEST_LINE = 160;
const MOST_BLANKS = 50;
const FOOT = /^\s*(?:[-–—[(|]\s?)?(\d{1,4})(?:\s?[-–—\])|])?\s*$/;
const DIVIDES = new RegExp(`^\\s*(?:\\d+\\s+)?${DIVISION}`, 'iu');
const SENTENCE_END = /[.!?…。！？"”»’,;:]\s*$/;
const SAYS = /\p{L}/u;
/** Pages that must be numbered, and the share of those that are numbered one behind the other. */
const LEAST_FEET = 3;
const COUNTING = 0.8;
/** How often a head must come, and on how many of all pages heads must stand. */
const LEAST_HEADS = 3;
const LEAST_SHARE = 0.5;
const MOST_REMEMBERED = 20_000;

const keyOf = (text: string) => text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').slice(0, LONGEST.name);

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
  readonly #counts = new Map<string, { times: number; characters: number; line: string }>();
  /** a number that may be a page's, with the blank lines behind it */
  #held: Line[] = [];
  /** no line of the page has come yet */
  #opens = false;
  #pages = 0;
  readonly #feet = { times: 0, counting: 0, characters: 0, line: '', page: 0, number: NaN };

  constructor(opening: Opening, below: Below) {
    this.#opening = opening;
    this.#below = below;
    const tops = opening.plan?.tops;
    if (Array.isArray(tops)) this.#heads = new Set(tops.map(String));
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
    }
    if (line.text.length <= LONGEST_LINE && (line.marks & MARKS.digit) !== 0 && FOOT.test(line.text))
      this.#held.push(line);
    else this.#below.line(line);
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
    if (this.#opening.plan?.feet === true) {
      this.#held = [];
      this.#leaveOut(line);
      return;
    }
    const feet = this.#feet;
    const number = Number(FOOT.exec(line.text)?.[1]);
    feet.times++;
    if (number - feet.number === this.#pages - feet.page) feet.counting++;
    feet.page = this.#pages;
    feet.number = number;
    feet.characters += line.text.length + 1;
    feet.line ||= line.text.trim();
    this.#release();
  }

  #isHead(line: Line): boolean {
    const key = line.text.length <= LONGEST_LINE ? keyOf(line.text) : '';
    if (this.#heads) {
      if (!this.#heads.has(key)) return false;
      this.#leaveOut(line);
      return true;
    }
    if (!SAYS.test(key) || DIVIDES.test(line.text) || SENTENCE_END.test(key)) return false;
    const head = this.#counts.get(key);
    if (head) {
      head.times++;
      head.characters += line.text.length + 1;
    } else if (this.#counts.size < MOST_REMEMBERED)
      this.#counts.set(key, { times: 1, characters: line.text.length + 1, line: line.text.trim() });
    return false;
  }

  #leaveOut(line: Line): void {
    this.#opening.tally.note(line.text.length + 1, line.text.trim(), '');
    this.#below.cut();
  }

  found(): Found | undefined {
    const { tally } = this.#opening;
    const { times, counting, characters, line } = this.#feet;
    const feet = times >= LEAST_FEET && counting >= COUNTING * (times - 1);
    const often = [...this.#counts].filter(([, head]) => head.times >= LEAST_HEADS).slice(0, PLAN_ENTRIES);
    const sum = often.reduce((all, [, head]) => all + head.times, 0);
    const tops = sum >= LEAST_SHARE * this.#pages ? often : [];
    if (!feet && tops.length === 0) return undefined;
    if (feet) tally.note(characters, line, '', times);
    for (const [, head] of tops) tally.note(head.characters, head.line, '', head.times);
    return {
      sure: true,
      facts: { heads: tops.length + (feet ? 1 : 0) },
      plan: { feet, tops: tops.map(([key]) => key) },
    };
  }
}
