import type { BatchShape } from '../model/index.ts';
import { Random } from '../random.ts';
import type { DataCursor, DataOrder } from './data-order.ts';
import { windowCounts, type WindowSettings } from './shuffled-windows.ts';
import type { Ids } from './split.ts';
import { lengthOf, Places, wholeText, type Stretch } from './stretches.ts';
import { windowBatch, type TextBatch } from './text-batch.ts';

/** Where the last window of a stretch begins that has a target, symbols into it. */
const lastOffset = (stretch: Stretch, { windowLength }: Pick<WindowSettings, 'windowLength'>): number =>
  lengthOf(stretch) - (windowLength + 1);

/** A place behind each stretch's last window, too: there the order stands until it goes on to the next one. */
const positions = (stretches: readonly Stretch[], { stride }: WindowSettings): Places =>
  new Places(stretches.map((stretch) => lengthOf(stretch) + stride));

/** The last position that the order can stand at. */
export function lastPosition(stretches: readonly Stretch[], settings: WindowSettings): number {
  const { first } = positions(stretches, settings);
  return first[first.length - 1] + Math.max(0, lastOffset(stretches[stretches.length - 1], settings)) + settings.stride;
}

/**
 * The order of "LSTM by Example using TensorFlow": from a random offset in 0..n+1 on through the text, `stride` (there
 * n+1) at a time; a new random offset when a window and its target no longer fit. Needs at least 2n+2 symbols. Of a text
 * in several stretches one after the other is walked through so; those too short for a window are passed over.
 */
export class ArticleWindows implements DataOrder {
  readonly batchesPerPass: number;
  private readonly ids: Ids;
  private readonly settings: WindowSettings;
  private readonly stretches: readonly Stretch[];
  private readonly positions: Places;
  private random: Random;
  private position: number;
  private pass = 0;

  constructor(ids: Ids, settings: WindowSettings, random: Random, stretches: readonly Stretch[] = wholeText(ids)) {
    this.ids = ids;
    this.settings = settings;
    this.stretches = stretches;
    this.positions = positions(stretches, settings);
    this.random = random;
    this.position = this.begin(this.fitting(0));
    const { total } = new Places(windowCounts(stretches, settings.windowLength, settings.stride));
    this.batchesPerPass = Math.max(1, Math.round(total / settings.batchSize));
  }

  shapes(): BatchShape[] {
    return [{ time: this.settings.windowLength, lanes: this.settings.batchSize }];
  }

  next(): TextBatch {
    const { windowLength, stride, batchSize } = this.settings;
    const starts = new Uint32Array(batchSize);
    for (let lane = 0; lane < batchSize; lane++) {
      let { stretch, own } = this.positions.find(this.position);
      if (own > lastOffset(this.stretches[stretch], this.settings)) {
        const next = this.fitting(stretch + 1);
        if (next <= stretch) this.pass++;
        this.position = this.begin(next);
        ({ stretch, own } = this.positions.find(this.position));
      }
      starts[lane] = this.stretches[stretch].start + own;
      this.position += stride;
    }
    return windowBatch(this.ids, starts, windowLength);
  }

  cursor(): DataCursor {
    return { pass: this.pass, position: this.position, random: this.random.state() };
  }

  restore({ pass, position, random }: DataCursor): void {
    this.pass = pass;
    this.position = position;
    this.random = Random.restore(random);
  }

  /** The first stretch from one on that has room for a window; the search goes round. */
  private fitting(from: number): number {
    const { length } = this.stretches;
    for (let k = 0; k < length; k++) {
      const stretch = (from + k) % length;
      if (lastOffset(this.stretches[stretch], this.settings) >= 0) return stretch;
    }
    return 0;
  }

  /** A random place near the beginning of a stretch. */
  private begin(stretch: number): number {
    const room = lastOffset(this.stretches[stretch], this.settings) + 1;
    return (
      this.positions.first[stretch] + this.random.integer(Math.max(1, Math.min(this.settings.windowLength + 2, room)))
    );
  }
}
