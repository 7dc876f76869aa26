import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES, type Plan } from '../../../contract/preparation.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { MARKS } from './marks.ts';

/** A head may be two lines: a number, and what is printed beside it. */
const LINES = 2;
const LONGEST_TOP = 90;
const LEAST_PAGES = 4;
const LEAST_TIMES = 2;
/** Share of the pages that begin with what others begin with, too. */
const LEAST_SHARE = 0.5;
const MOST_REMEMBERED = 20_000;

interface Top {
  times: number;
  characters: number;
  readonly line: string;
}

const DIVIDES = new RegExp(`^${DIVISION}`, 'iu');
const PAGE_BEFORE = /^\d{1,4}\s+/;
const PAGE_BEHIND = /\s{2,}\d{1,4}$/;

/** A head without its page number. That of a chapter's is its own, and the first page of each chapter begins with one. */
function keyOf(text: string): { key: string; divides: boolean } {
  const trimmed = text.trim();
  const bare = trimmed.replace(PAGE_BEFORE, '').replace(PAGE_BEHIND, '');
  const divides = DIVIDES.test(bare);
  const key = divides ? bare : trimmed.replace(/\d+/g, '#');
  return { key: key.replace(/\s+/g, ' ').slice(0, LONGEST.name), divides };
}

/** What stands above pages that form feeds part, as in text out of a PDF or a scan. */
export class PageTops {
  readonly #heads: ReadonlySet<string> | undefined;
  readonly #counts = new Map<string, Top>();
  /** of chapters, those that were seen: the first is the chapter's title */
  readonly #titles = new Set<string>();
  /** those behind a form feed: what the first one begins with are titles */
  #pages = 0;
  /** lines of a page's top that are still to come */
  #left = LINES;

  /** @param planned heads that are left out, of a first pass over the same text */
  constructor(planned: Plan[string] | undefined) {
    this.#heads = Array.isArray(planned) ? new Set(planned.map(String)) : undefined;
  }

  /** Looks at the next line. @returns whether it is to be left out */
  isHead(line: Line): boolean {
    if ((line.marks & MARKS.opens) !== 0) {
      this.#pages++;
      this.#left = LINES;
    }
    if (this.#left === 0 || isBlank(line)) return false;
    this.#left--;
    const { key, divides } = line.text.length <= LONGEST_TOP ? keyOf(line.text) : { key: '', divides: false };
    if (this.#heads) {
      if (!this.#heads.has(key)) this.#left = 0;
      else if (this.#pages > 0 && (!divides || this.#titles.has(key))) return true;
      else this.#titles.add(key);
      return false;
    }
    if (this.#pages === 0) return false;
    const top = this.#counts.get(key);
    if (top) {
      top.times++;
      top.characters += line.text.length + 1;
    } else if (key && this.#counts.size < MOST_REMEMBERED)
      this.#counts.set(key, { times: 1, characters: line.text.length + 1, line: line.text });
    return false;
  }

  /** Heads of at least half of the pages, undefined where these begin with different words. */
  found(): [key: string, top: Top][] | undefined {
    const tops = [...this.#counts].filter(([, { times }]) => times >= LEAST_TIMES).slice(0, PLAN_ENTRIES);
    const times = tops.reduce((sum, [, top]) => sum + top.times, 0);
    return this.#pages >= LEAST_PAGES && times >= LEAST_SHARE * this.#pages ? tops : undefined;
  }
}
