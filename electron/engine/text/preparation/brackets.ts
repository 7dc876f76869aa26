import { lineOf, rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { Seam } from './seam.ts';
import type { Opening } from './step.ts';

/** How much is held while the end of a bracket is waited for, UTF-16 units, and how many lines. */
const MOST_HELD = 1 << 15;
const MOST_LINES = 400;

/** @returns index behind the bracket that closes the one at `from`; the depth that is left where none does */
function closeOf(text: string, from: number, depth: number): { end: number } | { depth: number } {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91) depth++;
    else if (unit === 93 && --depth === 0) return { end: at + 1 };
  }
  return { depth };
}

/** What is left of a line around a place that was taken out of it. */
export function around(before: string, after: string): string {
  if (before.trim() === '') return before + after.trimStart();
  if (after.trim() === '') return before.trimEnd();
  return /\s$/.test(before) && /^\s/.test(after) ? before + after.trimStart() : before + after;
}

/** Takes out what stands in square brackets that begin in a certain way, over as many lines as they take. */
export class Brackets {
  readonly #opening: Opening;
  readonly #opens: RegExp;
  readonly #seam: Seam;
  /** lines of a bracket that is open, where it begins in the first of them, and how deep it is */
  #held: Line[] = [];
  #size = 0;
  #at = 0;
  #depth = 0;

  /** @param opens how such a bracket begins, with its `[` as the first character */
  constructor(opening: Opening, opens: RegExp) {
    this.#opening = opening;
    this.#opens = opens;
    this.#seam = new Seam(opening.emit);
  }

  get isOpen(): boolean {
    return this.#held.length > 0;
  }

  line(line: Line): void {
    if (this.#held.length > 0) return this.#goOn(line);
    const at = (line.marks & MARKS.bracket) === 0 ? -1 : line.text.search(this.#opens);
    if (at < 0) return this.#seam.take(line);
    this.#held = [line];
    this.#size = line.text.length;
    this.#at = at;
    this.#depth = 0;
    this.#look(line, at);
  }

  #goOn(line: Line): void {
    this.#held.push(line);
    this.#size += line.text.length + 1;
    this.#look(line, 0);
    if (this.#size > MOST_HELD || this.#held.length > MOST_LINES) this.#release();
  }

  #look(line: Line, from: number): void {
    const closed = closeOf(line.text, from, this.#depth);
    if ('depth' in closed) this.#depth = closed.depth;
    else this.#leaveOut(line, closed.end);
  }

  #leaveOut(last: Line, end: number): void {
    const [first] = this.#held;
    const whole = this.#held.map(({ text }) => text).join('\n');
    const before = first.text.slice(0, this.#at);
    const left = around(before, last.text.slice(end));
    this.#held = [];
    const at = this.#at;
    this.#opening.tally.note(whole.length - left.length, whole.slice(at).replaceAll('\n', ' '), left.slice(at));
    if (left.trim() === '' && last.ended) return this.#seam.cut();
    // what is left may hold another; the columns of the first line are those it was typed in
    this.line(first === last ? rewritten(last, left) : lineOf(left, last.ended));
  }

  /** No end of it is in sight: it is text. */
  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const line of held) this.#seam.take(line);
  }

  end(): void {
    this.#release();
    this.#seam.end();
  }

  /** Lines were left out by somebody else. */
  cut(): void {
    this.#seam.cut();
  }
}
