import { batchShape, type BatchSettings } from './batch-shape.ts';
import type { Hyperparameters } from './hyperparameters.ts';

/** What decides how many symbols a step tells its targets from. */
export type SoftmaxShape = BatchSettings & Pick<Hyperparameters, 'sampledSoftmax'>;

/** Symbols that a step's softmax goes over: drawn ones and its targets; all, unless that spares at least half of them. */
export function softmaxSize(h: SoftmaxShape, vocabularySize: number): number {
  const size = h.sampledSoftmax + batchShape(h).predicted;
  return h.sampledSoftmax > 0 && 2 * size <= vocabularySize ? size : vocabularySize;
}
