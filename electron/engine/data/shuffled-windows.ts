import type { BatchShape } from '../model/index.ts';
import { Random } from '../random.ts';
import type { DataCursor, DataOrder } from './data-order.ts';
import { EvenParts, mostFrequent } from './even-parts.ts';
import type { Ids } from './split.ts';
import { lengthOf, Places, wholeText, type Stretch } from './stretches.ts';
import { windowBatch, type TextBatch } from './text-batch.ts';

/** How many windows of `length` symbols and their target fit, one starting `stride` after the other. */
export function windowCount(symbols: number, length: number, stride: number): number {
  return symbols <= length ? 0 : Math.floor((symbols - length - 1) / stride) + 1;
}

export interface WindowSettings {
  /** symbols that predict the next */
  readonly windowLength: number;
  /** symbols from one window's start to the next one's */
  readonly stride: number;
  /** windows of a batch */
  readonly batchSize: number;
}

/** How many windows each stretch of a text has. */
export const windowCounts = (stretches: readonly Stretch[], length: number, stride: number): number[] =>
  stretches.map((stretch) => windowCount(lengthOf(stretch), length, stride));

/** The batches that one pass over a text is cut into. */
export function windowParts(
  stretches: readonly Stretch[],
  { windowLength, stride, batchSize }: WindowSettings,
): EvenParts {
  return new EvenParts(new Places(windowCounts(stretches, windowLength, stride)).total, batchSize);
}

/**
 * Every window of every stretch once per pass, in a new random order each pass. A pass is cut into even batches of at most `batchSize`
 * windows (201 windows at 32 become 7 batches of 28 or 29).
 */
export class ShuffledWindows implements DataOrder {
  readonly batchesPerPass: number;
  private readonly ids: Ids;
  private readonly settings: WindowSettings;
  private readonly stretches: readonly Stretch[];
  private readonly windows: Places;
  private readonly parts: EvenParts;
  private readonly order: Uint32Array;
  private random: Random;
  private passStart: number[];
  private pass = 0;
  private position = 0;

  constructor(ids: Ids, settings: WindowSettings, random: Random, stretches: readonly Stretch[] = wholeText(ids)) {
    this.ids = ids;
    this.settings = settings;
    this.stretches = stretches;
    this.windows = new Places(windowCounts(stretches, settings.windowLength, settings.stride));
    this.parts = windowParts(stretches, settings);
    this.batchesPerPass = this.parts.count;
    this.order = new Uint32Array(this.parts.total);
    this.random = random;
    this.passStart = random.state();
    this.shuffle();
  }

  shapes(): BatchShape[] {
    return mostFrequent(this.parts.sizes()).map((lanes) => ({ time: this.settings.windowLength, lanes }));
  }

  next(): TextBatch {
    if (this.position === this.batchesPerPass) {
      this.pass++;
      this.position = 0;
      this.passStart = this.random.state();
      this.shuffle();
    }
    const { windowLength, stride } = this.settings;
    const starts = this.order
      .subarray(this.parts.start(this.position), this.parts.start(this.position + 1))
      .map((window) => {
        const { stretch, own } = this.windows.find(window);
        return this.stretches[stretch].start + own * stride;
      });
    this.position++;
    return windowBatch(this.ids, starts, windowLength);
  }

  cursor(): DataCursor {
    return { pass: this.pass, position: this.position, random: this.passStart };
  }

  restore({ pass, position, random }: DataCursor): void {
    this.random = Random.restore(random);
    this.passStart = random;
    this.pass = pass;
    this.position = position;
    this.shuffle();
  }

  /** Always from the natural order, so that the random state alone tells a pass's order. */
  private shuffle(): void {
    for (let window = 0; window < this.order.length; window++) this.order[window] = window;
    this.random.shuffle(this.order);
  }
}
