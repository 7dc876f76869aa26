import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import { lastOffset } from './article-windows.ts';
import type { DataCursor } from './data-order.ts';
import { sequenceParts } from './sequences.ts';
import { windowParts } from './shuffled-windows.ts';

/** Whether a cursor, as it comes from a disk, is one that the data order of these settings can stand at. */
export function cursorFits({ position, random }: DataCursor, symbols: number, h: Hyperparameters): boolean {
  if (h.context === 'sequence') return random.length === 0 && position <= sequenceParts(symbols, h).count;
  // xoshiro never leaves a state of nothing but zeros
  if (random.every((word) => word === 0)) return false;
  return position <= (h.order === 'article' ? lastOffset(symbols, h) + h.stride : windowParts(symbols, h).count);
}
