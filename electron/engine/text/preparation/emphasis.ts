import { isBlank, shortened, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

/** Lines over which what is stressed may go. */
const MOST_LINES = 12;
const LETTER = /[\p{L}\p{N}_]/u;
/** Without it nothing is stressed: faces such as (_!_) and pictures of signs have low lines, too. */
const SAYS = /[\p{L}\p{N}]/u;
/** In bold, on one line: no sum, and no setting of a program. */
const BOLD =
  /(?<![\p{L}\p{N}=+\-*/!<>&?%:~^|"'\])])=(?=[\p{L}\p{N}"“‘])([^=<>]{1,120}?)(?<=[\p{L}\p{N}.,!?:;"”’)])=(?![\p{L}\p{N}=])/gu;
const LEAST_PAIRS = 2;
/** Of so many pairs one mark may be without its other. */
const PAIRS_A_LONE = 12;

/** Indices of single low lines that may open or close. */
function marksIn(text: string): { at: number; opens: boolean; closes: boolean }[] {
  const marks = [];
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    if (before === '_' || after === '_') continue;
    const opens = !LETTER.test(before) && after.trim() !== '';
    const closes = before.trim() !== '' && !LETTER.test(after);
    if (opens || closes) marks.push({ at, opens, closes });
  }
  return marks;
}

const without = (text: string, places: readonly number[]) => {
  let out = '';
  let from = 0;
  for (const at of places) {
    out += text.slice(from, at);
    from = at + 1;
  }
  return out + text.slice(from);
};

class Emphasis implements Stage {
  readonly #opening: Opening;
  /** lines since a mark that is open, with the marks in them that have their other */
  #held: { line: Line; places: number[] }[] = [];
  #openAt = 0;
  #isOpen = false;
  #pairs = 0;
  #bold = 0;
  #lone = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    if (!this.#isOpen && (line.marks & MARKS.stress) === 0) return this.#opening.emit(line);
    if (this.#isOpen && (isBlank(line) || this.#held.length >= MOST_LINES)) this.#release();
    const entry = { line, places: [] as number[] };
    this.#held.push(entry);
    if (line.text.includes('_'))
      for (const { at, opens, closes } of marksIn(line.text)) {
        if (this.#isOpen && closes && !this.#saysSomething(at)) {
          this.#flush(entry);
        } else if (this.#isOpen && closes) {
          this.#held[0].places.push(...(this.#held[0] === entry ? [] : [this.#openAt]));
          entry.places.push(...(this.#held[0] === entry ? [this.#openAt, at] : [at]));
          this.#pairs++;
          this.#flush(entry);
        } else if (opens) {
          if (this.#isOpen) {
            this.#lone++;
            this.#flush(entry);
          }
          this.#isOpen = true;
          this.#openAt = at;
        } else this.#lone++;
      }
    if (!this.#isOpen) this.#flush();
  }

  /** Whether there is a word between the mark that is open and a place of the last line. */
  #saysSomething(to: number): boolean {
    const last = this.#held.length - 1;
    return this.#held.some(({ line: { text } }, at) =>
      SAYS.test(text.slice(at === 0 ? this.#openAt : 0, at === last ? to : undefined)),
    );
  }

  /** Gives on what is held, but for the line that is being looked at. */
  #flush(but?: { line: Line; places: number[] }): void {
    const held = this.#held;
    this.#isOpen = false;
    this.#held = but ? [but] : [];
    for (const entry of held) if (entry !== but) this.#emit(entry.line, entry.places);
  }

  #emit(line: Line, places: readonly number[]): void {
    const { emit, tally } = this.#opening;
    const plain = without(line.text, places);
    let bold = 0;
    const text = plain.includes('=')
      ? plain.replace(BOLD, (_, inner: string) => {
          bold++;
          return inner;
        })
      : plain;
    if (text === line.text) return emit(line);
    this.#bold += bold;
    tally.note(line.text.length - text.length, line.text, text, bold + Math.ceil(places.length / 2));
    emit(shortened(line, text));
  }

  /** What was open has no end in its paragraph. */
  #release(): void {
    if (this.#isOpen) this.#lone++;
    this.#flush();
  }

  gap(): void {
    this.#release();
  }

  end(): void {
    this.#release();
  }

  found() {
    if (this.#pairs === 0 && this.#bold === 0) return undefined;
    return { sure: this.#pairs >= LEAST_PAIRS && this.#lone * PAIRS_A_LONE <= this.#pairs };
  }
}

/** Leaves out the low lines by which a publisher without italics marks stress, over the ends of lines too. */
export const emphasis: Step = {
  name: 'emphasis',
  fits: (kind) => kind !== 'markdown',
  leads: 'where sure',
  open: (opening) => new Emphasis(opening),
};
