import { Left } from './left.ts';
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

/** A bracket whose end is waited for: what stands before it in its line, and the lines since. */
interface Open {
  readonly left: Left;
  readonly lines: Line[];
  size: number;
  depth: number;
}

/** UTF-16 units of what an example may show. */
const SHOWN = 1_000;

/** Takes out what stands in square brackets that begin in a certain way, over as many lines as they take. */
export class Brackets {
  readonly #opening: Opening;
  readonly #opens: RegExp;
  readonly #seam: Seam;
  #open: Open | undefined;

  /** @param opens how such a bracket begins, with its `[` as the first character */
  constructor(opening: Opening, opens: RegExp) {
    this.#opening = opening;
    this.#opens = new RegExp(opens.source, `${opens.flags}g`);
    this.#seam = new Seam(opening.emit);
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  line(line: Line): void {
    if (this.#open) return this.#goOn(this.#open, line);
    if ((line.marks & MARKS.bracket) === 0 || line.text.search(this.#opens) < 0) return this.#seam.take(line);
    this.#takeOut(line, new Left());
  }

  /** Takes out what is whole in a line, and waits for the rest of what is not. */
  #takeOut(line: Line, left: Left): void {
    const { text } = line;
    const ends = text.trimEnd().length;
    for (;;) {
      this.#opens.lastIndex = left.from;
      const at = this.#opens.exec(text)?.index;
      left.add(text.slice(left.from, at));
      if (at === undefined) return this.#give(line, left);
      left.from = at;
      const closed = closeOf(text, at, 0);
      if ('depth' in closed) {
        this.#open = { left, lines: [line], size: left.text.length + text.length - at, depth: closed.depth };
        if (this.#open.size > MOST_HELD) this.#release();
        return;
      }
      this.#leaveOut(left, text.slice(at, closed.end), { text, end: closed.end, ends });
    }
  }

  #goOn(open: Open, line: Line): void {
    const { left, lines } = open;
    const closed = closeOf(line.text, 0, open.depth);
    if ('depth' in closed) {
      lines.push(line);
      open.depth = closed.depth;
      open.size += line.text.length + 1;
      if (open.size > MOST_HELD || lines.length > MOST_LINES) this.#release();
      return;
    }
    this.#open = undefined;
    const [first, ...others] = lines.map(({ text }) => text);
    const taken = [first.slice(left.from), ...others, line.text.slice(0, closed.end)].join('\n');
    left.isOne = false;
    this.#leaveOut(left, taken, { text: line.text, end: closed.end, ends: line.text.trimEnd().length });
    this.#takeOut(line, left);
  }

  /**
   * Counts what is taken out, and closes the gap.
   * @param behind the line that goes on at `end`, with nothing but blanks from `ends` on
   */
  #leaveOut(left: Left, taken: string, { text, end, ends }: { text: string; end: number; ends: number }): void {
    const { tally } = this.#opening;
    left.goOn(text, end);
    let characters = taken.length + left.from - end;
    if (end >= ends && left.hasInk) {
      const bare = left.text.trimEnd();
      characters += left.text.length - bare.length + text.length - left.from;
      left.text = bare;
      left.from = text.length;
    }
    if (!tally.wantsExamples) return tally.count(characters);
    const rest = (from: number) => text.slice(from, from + SHOWN);
    tally.note(characters, taken.slice(0, SHOWN).replaceAll('\n', ' ') + rest(end), rest(left.from));
  }

  #give(line: Line, left: Left): void {
    if (!left.hasInk && line.ended) return this.#seam.cut();
    // the columns of the first line are those it was typed in
    this.#seam.take(left.isOne ? rewritten(line, left.text) : lineOf(left.text, line.ended));
  }

  /** No end of it is in sight: it is text. */
  #release(): void {
    if (!this.#open) return;
    const {
      left,
      lines: [first, ...others],
    } = this.#open;
    this.#open = undefined;
    left.add(first.text.slice(left.from));
    if (left.isOne && left.text === first.text) this.#seam.take(first);
    else this.#give(first, left);
    for (const line of others) this.#seam.take(line);
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
