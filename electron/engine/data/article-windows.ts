import { Random } from '../random.ts';
import type { DataCursor, DataOrder } from './data-order.ts';
import { windowCount, type WindowSettings } from './shuffled-windows.ts';
import type { Ids } from './split.ts';
import { windowBatch, type TextBatch } from './text-batch.ts';

/** Where the last window of a text begins that has a target. */
export const lastOffset = (symbols: number, { windowLength }: Pick<WindowSettings, 'windowLength'>): number =>
  symbols - (windowLength + 1);

/**
 * The order of "LSTM by Example using TensorFlow": from a random offset in 0..n+1 on through the text, `stride` (there
 * n+1) at a time; a new random offset when a window and its target no longer fit. Needs at least 2n+2 symbols.
 */
export class ArticleWindows implements DataOrder {
  readonly batchesPerPass: number;
  private readonly ids: Ids;
  private readonly settings: WindowSettings;
  private random: Random;
  private offset: number;
  private pass = 0;

  constructor(ids: Ids, settings: WindowSettings, random: Random) {
    this.ids = ids;
    this.settings = settings;
    this.random = random;
    this.offset = this.drawOffset();
    const windows = windowCount(ids.length, settings.windowLength, settings.stride);
    this.batchesPerPass = Math.max(1, Math.round(windows / settings.batchSize));
  }

  next(): TextBatch {
    const { windowLength, stride, batchSize } = this.settings;
    const starts = new Uint32Array(batchSize);
    for (let lane = 0; lane < batchSize; lane++) {
      if (this.offset > lastOffset(this.ids.length, this.settings)) {
        this.offset = this.drawOffset();
        this.pass++;
      }
      starts[lane] = this.offset;
      this.offset += stride;
    }
    return windowBatch(this.ids, starts, windowLength);
  }

  cursor(): DataCursor {
    return { pass: this.pass, position: this.offset, random: this.random.state() };
  }

  restore({ pass, position, random }: DataCursor): void {
    this.pass = pass;
    this.offset = position;
    this.random = Random.restore(random);
  }

  private drawOffset(): number {
    return this.random.integer(this.settings.windowLength + 2);
  }
}
