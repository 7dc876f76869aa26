import { isBlank, type Line } from './line.ts';
import type { Sink } from './step.ts';

const CLOSED = /[.!?…。！？:"”“»«’‘)\]]\s*$/;
const SMALL = /^\s*\p{Ll}/u;
/** Blank lines that are held. */
const MOST_BLANKS = 1_000;

/** Whether a sentence goes on from one line to another that did not follow it. */
export const runsOnInto = (last: Line, next: Line): boolean => !CLOSED.test(last.text) && SMALL.test(next.text);

/** Shortest line that is no heading, UTF-16 units. */
export const LEAST_PROSE = 40;

/** Whether one does so from page to page, where a name may begin the next. */
export const runsOnOverPage = (last: Line, next: Line): boolean =>
  runsOnInto(last, next) || (!CLOSED.test(last.text) && last.text.trim().length >= LEAST_PROSE);

/** Gives lines on, and closes the gap where some were left out: a paragraph that they cut in two becomes one again. */
export class Seam {
  readonly #emit: Sink;
  readonly #joins: boolean;
  #last: Line | undefined;
  /** blank lines since, before and behind what was left out */
  #before: Line[] = [];
  #behind: Line[] = [];
  #cut = false;

  /** @param joins false: each line is a paragraph, and what stands above the first is none */
  constructor(emit: Sink, joins = true) {
    this.#emit = emit;
    this.#joins = joins;
  }

  take(line: Line): void {
    if (!isBlank(line)) {
      this.#close(line);
      this.#last = line;
      return this.#emit(line);
    }
    const blanks = this.#cut ? this.#behind : this.#before;
    if (blanks.length >= MOST_BLANKS) this.end();
    blanks.push(line);
  }

  /** Lines were left out here. */
  cut(): void {
    if (this.#behind.length > this.#before.length) this.#before = this.#behind;
    this.#behind = [];
    this.#cut = true;
  }

  end(): void {
    this.#close(undefined);
    this.#last = undefined;
  }

  #runsOn(next: Line | undefined): boolean {
    return this.#last !== undefined && next !== undefined && runsOnInto(this.#last, next);
  }

  #close(next: Line | undefined): void {
    if (this.#before.length === 0 && this.#behind.length === 0) {
      this.#cut = false;
      return;
    }
    const blanks = this.#behind.length > this.#before.length ? this.#behind : this.#before;
    const isOne = this.#cut && (this.#joins ? this.#runsOn(next) : this.#last === undefined);
    if (!isOne) for (const blank of blanks) this.#emit(blank);
    this.#before = [];
    this.#behind = [];
    this.#cut = false;
  }
}
