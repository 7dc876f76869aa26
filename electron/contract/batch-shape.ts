import type { Hyperparameters } from './hyperparameters.ts';

/** What decides how much a batch holds. */
export type BatchSettings = Pick<Hyperparameters, 'context' | 'windowLength' | 'sequenceLength' | 'batchSize'>;

/** Positions and lanes of most batches of a run; their symbols, and the predictions that are made of them. */
export function batchShape({ context, windowLength, sequenceLength, batchSize: lanes }: BatchSettings) {
  const time = context === 'window' ? windowLength : sequenceLength;
  const rows = time * lanes;
  return { time, lanes, rows, predicted: context === 'window' ? lanes : rows };
}
