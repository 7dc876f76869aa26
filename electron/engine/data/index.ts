export { createDataOrder, partsForTraining, symbolsNeeded } from './create-data-order.ts';
export { cursorFits } from './cursor-fits.ts';
export type { DataCursor, DataOrder } from './data-order.ts';
export { everyPrediction } from './every-prediction.ts';
export type { Ids } from './split.ts';
export type { Stretch } from './stretches.ts';
export type { TextBatch } from './text-batch.ts';
