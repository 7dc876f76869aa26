import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { lastPosition } from './article-windows.ts';
import type { DataCursor } from './data-order.ts';
import { sequencePlan } from './sequences.ts';
import { windowParts } from './shuffled-windows.ts';
import type { Stretch } from './stretches.ts';

/** Whether a cursor, as it comes from a disk, is one that the data order of these settings can stand at. */
export function cursorFits(
  { position, random }: DataCursor,
  training: readonly Stretch[],
  h: Hyperparameters,
): boolean {
  if (h.context === 'sequence') return random.length === 0 && position <= sequencePlan(training, h).batches.total;
  // xoshiro never leaves a state of nothing but zeros
  if (random.every((word) => word === 0)) return false;
  return position <= (h.order === 'article' ? lastPosition(training, h) : windowParts(training, h).count);
}
