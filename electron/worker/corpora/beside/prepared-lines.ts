import type { StepFigures } from '../../../contract/preparation.ts';
import { createPreparation, type Preparation } from '../../../engine/text/preparation/index.ts';
import { LinesCutter, type CutText } from '../../../engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import type { Asked } from './protocol.ts';

/** Pieces that wait to be taken from which on the next is cut here: so the threads have as much to do, whatever a text needs. */
const MANY = 2;

const untouched: Preparation = { push: (piece) => piece, end: () => '', figures: () => [] };

/** Prepares a text, and cuts what the other thread is not quick enough to cut. */
export class PreparedLines {
  readonly #preparation: Preparation;
  readonly #waiting: Int32Array<SharedArrayBuffer>;
  #cutter: LinesCutter | undefined;
  /** the beginning of a line that has not ended */
  #held = '';

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
    const lines = end > 0 ? this.#held + text.slice(0, end) : '';
    this.#held = end > 0 ? text.slice(end) : this.#held + text;
    return this.#cutter && lines && waiting >= MANY ? this.#cutter.cut(lines) : lines;
  }

  end(): Promise<{ piece: string; result: StepFigures[] }> {
    return Promise.resolve({ piece: this.#held + this.#preparation.end(), result: this.#preparation.figures() });
  }
}
