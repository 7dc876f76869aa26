import type { StepFigures } from '../../../contract/preparation.ts';
import { createPreparation, type Preparation } from '../../../engine/text/preparation/index.ts';
import { LinesCutter, type CutText } from '../../../engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import type { Asked } from './protocol.ts';

/** Pieces that wait to be taken from which on the next is cut here: so the threads have as much to do, whatever a text needs. */
const MANY = 2;
/** UTF-16 units of a line that are waited for. */
const LONGEST_HELD = 1 << 20;

const untouched: Preparation = { push: (piece) => piece, end: () => '', figures: () => [] };

/** Prepares a text, and cuts what the other thread is not quick enough to cut. */
export class PreparedLines {
  readonly #preparation: Preparation;
  readonly #waiting: Int32Array<SharedArrayBuffer>;
  #cutter: LinesCutter | undefined;
  /** the beginning of a line that has not ended */
  #held = '';
  /** whether the beginning of that line is on its way already */
  #isTorn = false;

  constructor({ chosen, traits, waiting }: Extract<Asked, { kind: 'prepare' }>) {
    this.#preparation = chosen.length > 0 ? createPreparation(chosen, traits) : untouched;
    this.#waiting = waiting;
  }

  cutBy(settings: TokenizerSettings): void {
    this.#cutter = new LinesCutter(settings);
  }

  take(piece: string): string | CutText {
    const waiting = Atomics.add(this.#waiting, 0, 1);
    const text = this.#preparation.push(piece);
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) return this.#hold(text);
    const lines = this.#held + text.slice(0, end);
    const isWhole = !this.#isTorn;
    this.#held = text.slice(end);
    this.#isTorn = false;
    return this.#cutter && isWhole && waiting >= MANY ? this.#cutter.cut(lines) : lines;
  }

  /** A line that is too long to wait for its end is cut by whoever takes it, as it comes. */
  #hold(text: string): string {
    this.#held += text;
    if (this.#held.length < LONGEST_HELD) return '';
    const torn = this.#held;
    this.#held = '';
    this.#isTorn = true;
    return torn;
  }

  end(): Promise<{ piece: string; result: StepFigures[] }> {
    return Promise.resolve({ piece: this.#held + this.#preparation.end(), result: this.#preparation.figures() });
  }
}
