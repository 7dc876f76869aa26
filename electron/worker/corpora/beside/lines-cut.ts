import { createTokenizer } from '../../../engine/text/tokenizers/tokenizers.ts';
import { LinesCutter, type CutSymbols } from '../../../engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import type { Lines } from '../../../engine/text/whole-lines.ts';

/** Pieces that wait to be taken from which on the next is cut here: so the threads have as much to do, whatever a text needs. */
const MANY = 2;

/** Cuts what the other thread is not quick enough to cut. */
export class LinesCut {
  readonly #waiting: Int32Array<SharedArrayBuffer>;
  #cutter: LinesCutter | undefined;

  /** @param waiting one number that both threads count by: pieces that wait to be taken */
  constructor(waiting: Int32Array<SharedArrayBuffer>) {
    this.#waiting = waiting;
  }

  cutBy(settings: TokenizerSettings): void {
    this.#cutter = new LinesCutter(createTokenizer(settings.tokenizer, settings));
  }

  /** One more piece waits. @returns how many did before */
  count(): number {
    return Atomics.add(this.#waiting, 0, 1);
  }

  /** @param waiting pieces before it. @returns nothing where the other thread is to cut them */
  cut({ text, areWhole }: Lines, waiting: number): CutSymbols | undefined {
    return areWhole && waiting >= MANY ? this.#cutter?.cut(text) : undefined;
  }

  /** Where nothing else is done to a text. */
  take(lines: Lines): CutSymbols | undefined {
    return this.cut(lines, this.count());
  }
}
