import type { BatchShape } from '../model/index.ts';
import type { TextBatch } from './text-batch.ts';

/** Where a data order stands, as plain JSON: restoring it gives the same batches from here on. */
export interface DataCursor {
  /** passes over the text that are complete */
  pass: number;
  /** what comes next in this pass: a batch, or for the article's order an offset in symbols */
  position: number;
  /** state of the order's random stream, as it was when this pass began (shuffled) or as it is now (article) */
  random: number[];
}

/** An endless, repeatable stream of batches out of one text. */
export interface DataOrder {
  /** batches of one pass over the text */
  readonly batchesPerPass: number;
  /** Shapes of the batches of a pass, the most frequent first. */
  shapes(): BatchShape[];
  next(): TextBatch;
  cursor(): DataCursor;
  restore(cursor: DataCursor): void;
}
