import { lineOf, type Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import { columnsOf } from './columns.ts';

/** A line of Chinese or Japanese that ends with a blank in the midst of a sentence, and one that goes on with another script. */
const ENDS_OPEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，0-9a-z%“‘] $/iu;
const ENDS_PLAIN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，]$/u;
const OTHER = /^["”’“‘*…0-9a-z，。；：]/i;
const SAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** So many lines must go on without a blank, and so few with one in their own script, as where each line ends with one. */
const LEAST_PLAIN = 5;
const MOST_BLANK = 0.1;
/** To what has so many columns nothing is put where no width is known. */
const LONGEST = 120;
/** A line that has all but so many columns of a known width is full: what follows is the next one. */
const ROOM = 8;

/**
 * Puts lines together that a program tore where their script changes, before a number or a quote, as it wrote them out of a
 * PDF. They are given back as they came where nothing shows that the text was wrapped.
 */
export class Torn {
  readonly #emit: (line: Line) => void;
  readonly #pieces = new WeakMap<Line, readonly Line[]>();
  #held: Line[] = [];
  #last = '';
  /** lines that go on in their own script, without a blank and with one */
  #plain = 0;
  #blank = 0;

  constructor(emit: (line: Line) => void) {
    this.#emit = emit;
  }

  /** @param width columns that the text is wrapped at, 0 where they are not known */
  line(line: Line, width: number): void {
    const { text } = line;
    const isTorn = this.#last.endsWith(' ') && this.#isTorn(text, width);
    if (!isTorn) {
      if ((line.marks & MARKS.wide) !== 0) this.#count(text);
      this.end();
    }
    this.#held.push(line);
    this.#last = text;
  }

  /** The lines that one was put together of; one that was not is its own. */
  piecesOf(line: Line): readonly Line[] {
    return this.#pieces.get(line) ?? [line];
  }

  end(): void {
    const held = this.#held;
    if (held.length === 0) return;
    this.#held = [];
    if (held.length === 1) return this.#emit(held[0]);
    const text = held.map((line, at) => (at < held.length - 1 ? line.text.slice(0, -1) : line.text)).join('');
    const marks = held.reduce((all, line) => all | line.marks, 0);
    const whole = lineOf(text, held[held.length - 1].ended, marks);
    this.#pieces.set(whole, held);
    this.#emit(whole);
  }

  #isTorn(text: string, width: number): boolean {
    if (this.#plain < LEAST_PLAIN || this.#blank > MOST_BLANK * this.#plain) return false;
    if (!OTHER.test(text) || !ENDS_OPEN.test(this.#last)) return false;
    const columns = this.#held.reduce((all, line) => all + columnsOf(line), 0);
    return columns < (width === 0 ? LONGEST : width - ROOM);
  }

  #count(text: string): void {
    if (!SAME.test(text)) return;
    if (ENDS_PLAIN.test(this.#last)) this.#plain++;
    else if (this.#last.endsWith(' ') && ENDS_OPEN.test(this.#last)) this.#blank++;
  }
}
