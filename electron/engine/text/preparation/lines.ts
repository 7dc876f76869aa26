import { lineOf, type Line } from './line.ts';
import { Scanner } from './marks.ts';
import type { Sink } from './step.ts';

/** Nothing longer is held: a longer line goes on as several, cut at its spaces where it has any. */
const LONGEST_LINE = 1 << 18;

/** Index at which a line that is too long is cut, the same however the text came. */
function cutPlace(text: string, from: number): number {
  const most = from + LONGEST_LINE;
  const space = text.lastIndexOf(' ', most - 1);
  if (space > from + LONGEST_LINE / 2) return space + 1;
  // no half of a pair stands alone
  return text.charCodeAt(most - 1) >> 10 === 0x36 ? most - 1 : most;
}

/** Units of a piece that are looked at together. */
const STRETCH = 1 << 19;

/** Gives a text that comes in pieces on line by line, in the same lines wherever the pieces were cut. */
export class LineReader {
  #held = '';
  readonly #scanner = new Scanner();
  readonly #emit: Sink;

  constructor(emit: Sink) {
    this.#emit = emit;
  }

  push(piece: string): void {
    if (piece.length <= STRETCH) this.#push(piece);
    else for (let at = 0; at < piece.length; at += STRETCH) this.#push(piece.slice(at, at + STRETCH));
  }

  #push(piece: string): void {
    const text = this.#held + piece;
    this.#scanner.lay(text);
    let from = 0;
    while (from < text.length) {
      const end = this.#scanner.toLineEnd(from);
      const { marks } = this.#scanner;
      const ended = end < text.length;
      from = this.#cut(text, from, end, marks);
      if (!ended) break;
      this.#emit(lineOf(text.slice(from, end), true, marks));
      from = end + 1;
    }
    this.#held = text.slice(from);
  }

  /** @returns whether the text ended with a line end */
  end(): boolean {
    if (!this.#held) return true;
    this.#emit(lineOf(this.#held, true));
    this.#held = '';
    return false;
  }

  /** What comes next does not follow what came. */
  gap(): void {
    this.end();
  }

  #cut(text: string, from: number, end: number, marks: number): number {
    while (end - from > LONGEST_LINE) {
      const cut = cutPlace(text, from);
      this.#emit(lineOf(text.slice(from, cut), false, marks));
      from = cut;
    }
    return from;
  }
}

/** Puts lines together again, about a megabyte at a time. */
export class LineWriter {
  #done = '';
  #open = false;

  readonly take = ({ text, ended }: Line): void => {
    // a line end stands between lines, so that the last one ends as the text did
    if (this.#open) this.#done += '\n';
    this.#done += text;
    this.#open = ended;
  };

  /** @returns what has come since the last call */
  taken(): string {
    const done = this.#done;
    this.#done = '';
    return done;
  }

  /** @param ended whether the text ends with a line end */
  end(ended: boolean): string {
    return this.taken() + (ended && this.#open ? '\n' : '');
  }
}
