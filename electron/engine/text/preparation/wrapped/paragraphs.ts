import { lineOf } from '../line.ts';
import { MARKS } from '../marks.ts';
import type { Opening } from '../step.ts';
import { between } from './joint.ts';
import { TRAITS } from './measure.ts';
import type { Lines } from './page.ts';
import type { Torn } from './torn.ts';

/** A paragraph ends at this length, UTF-16 units: nothing that comes is held without end. */
const LONGEST = 1 << 16;
/** How much of both lines an example shows. */
const SHOWN = 60;

/** Puts lines together to paragraphs, as the ends between them were judged. */
export class Paragraphs {
  readonly #opening: Opening;
  readonly #lines: Lines;
  readonly #torn: Torn;
  /** a paragraph that goes on */
  #paragraph: string | undefined;
  #marks = 0;
  #swallow = false;

  constructor(opening: Opening, lines: Lines, torn: Torn) {
    this.#opening = opening;
    this.#lines = lines;
    this.#torn = torn;
  }

  /** Counts the ends within a line that was torn. */
  mend(at: number): void {
    const pieces = this.#torn.piecesOf(this.#lines.lines[at]);
    for (let piece = 1; piece < pieces.length; piece++) {
      const [one, other] = [pieces[piece - 1].text.slice(-SHOWN), pieces[piece].text.slice(0, SHOWN)];
      this.#opening.tally.note(1, `${one}⏎${other}`, one.trimEnd() + other);
    }
  }

  /**
   * Adds a line to its paragraph, by its index.
   * @param step to the line in which that goes on, 0 where it ends
   * @param isWrapped whether lines about it are wrapped; else one that was put together is given back as it came
   */
  take(at: number, step: number, isWrapped: boolean): void {
    const { lines, texts, traits, indent } = this.#lines;
    const line = lines[at];
    if (this.#swallow && (traits[at] & TRAITS.blank) !== 0) return;
    this.#swallow = false;
    const paragraph = this.#paragraph;
    if (step === 0 || (paragraph !== undefined && paragraph.length > LONGEST)) {
      this.#paragraph = undefined;
      if (paragraph === undefined && !isWrapped)
        this.#torn.piecesOf(line).forEach((piece) => this.#opening.emit(piece));
      else if (paragraph === undefined) this.#opening.emit(line);
      else this.#opening.emit(lineOf(paragraph + line.text.trimStart(), line.ended, this.#marks | line.marks));
      return;
    }
    const text = texts[at];
    const after = indent[at + step] === 0 ? texts[at + step] : texts[at + step].trimStart();
    const blank = between(text, after, this.#opening.language);
    if (paragraph === undefined) {
      this.#paragraph = text + blank;
      this.#marks = line.marks | MARKS.blank;
    } else {
      this.#paragraph = paragraph + (indent[at] === 0 ? text : text.trimStart()) + blank;
      this.#marks |= line.marks;
    }
    const { tally } = this.#opening;
    if (tally.wantsExamples) {
      const shown = text.slice(-SHOWN);
      tally.note(1, `${shown}⏎${after.slice(0, SHOWN)}`, shown + blank + after.slice(0, SHOWN));
    } else tally.count(1);
    this.#swallow = step === 2;
  }
}
