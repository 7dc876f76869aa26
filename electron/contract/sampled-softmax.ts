import type { Hyperparameters } from './hyperparameters.ts';

/** What decides how many symbols a step tells its targets from. */
export type SoftmaxShape = Pick<Hyperparameters, 'sampledSoftmax' | 'context' | 'sequenceLength' | 'batchSize'>;

/** Predictions that one step makes. */
export const predictionsOf = ({ context, sequenceLength, batchSize }: Omit<SoftmaxShape, 'sampledSoftmax'>): number =>
  batchSize * (context === 'window' ? 1 : sequenceLength);

/** Symbols that a step's softmax goes over: drawn ones and its targets; all, unless that spares at least half of them. */
export function softmaxSize(h: SoftmaxShape, vocabularySize: number): number {
  const size = h.sampledSoftmax + predictionsOf(h);
  return h.sampledSoftmax > 0 && 2 * size <= vocabularySize ? size : vocabularySize;
}
