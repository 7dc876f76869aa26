import type { DataCursor, DataOrder } from './data-order.ts';
import { EvenParts } from './even-parts.ts';
import type { Ids } from './split.ts';
import { sequenceBatch, type TextBatch } from './text-batch.ts';

export interface SequenceSettings {
  /** symbols an error is traced back through */
  readonly sequenceLength: number;
  /** lanes read side by side */
  readonly batchSize: number;
}

/** The stretches that every lane of a text is cut into, one a batch. */
export function sequenceParts(symbols: number, { sequenceLength, batchSize }: SequenceSettings): EvenParts {
  return new EvenParts(Math.ceil((symbols - 1) / batchSize), sequenceLength);
}

/**
 * `batchSize` lanes walk side by side through the text, each from a place of its own, so that a model's state can be
 * carried from batch to batch. A pass visits every symbol: lanes overlap by a few symbols where the text does not
 * divide evenly, and a lane is cut into even stretches of at most `sequenceLength`. Each pass starts with `fresh`.
 */
export class Sequences implements DataOrder {
  readonly batchesPerPass: number;
  private readonly ids: Ids;
  private readonly starts: Uint32Array;
  private readonly parts: EvenParts;
  private pass = 0;
  private position = 0;

  /** @param ids at least `batchSize + 1` symbols */
  constructor(ids: Ids, settings: SequenceSettings) {
    const { batchSize } = settings;
    this.ids = ids;
    const predictions = ids.length - 1;
    this.parts = sequenceParts(ids.length, settings);
    const gap = batchSize === 1 ? 0 : (predictions - this.parts.total) / (batchSize - 1);
    this.starts = Uint32Array.from({ length: batchSize }, (_, lane) => Math.floor(lane * gap));
    this.batchesPerPass = this.parts.count;
  }

  next(): TextBatch {
    if (this.position === this.batchesPerPass) {
      this.pass++;
      this.position = 0;
    }
    const from = this.parts.start(this.position);
    const time = this.parts.start(this.position + 1) - from;
    const fresh = this.position === 0;
    this.position++;
    return sequenceBatch(
      this.ids,
      this.starts.map((start) => start + from),
      time,
      fresh,
    );
  }

  cursor(): DataCursor {
    return { pass: this.pass, position: this.position, random: [] };
  }

  restore({ pass, position }: DataCursor): void {
    this.pass = pass;
    this.position = position;
  }
}
