import { AesopError } from '../contract/errors.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { CHECKPOINTS_KEPT } from '../contract/limits.ts';
import { weightCount } from '../contract/network-size.ts';
import { keptByOptimizer } from './step-cost.ts';

/** Bytes that a run takes on the disk at its fullest: its checkpoints, one of them being written, and its model. */
export function diskNeeded(h: Hyperparameters, vocabularySize: number): number {
  const weights = 4 * weightCount(h, vocabularySize);
  const checkpoint = weights * (1 + keptByOptimizer(h));
  const { last, spread, spreadBytes } = CHECKPOINTS_KEPT;
  const best = 1;
  // one that a pause asks for comes besides
  const written = Math.ceil(h.steps / h.checkpointEvery) + 1;
  const stay = Math.min(written, last + best + 1);
  const others = Math.min(written - stay, spread);
  return checkpoint * stay + Math.min(checkpoint * others, spreadBytes) + weights;
}

/** Where a run's checkpoints go. */
interface Disk {
  /** bytes that are free on it */
  readonly free: number;
  /** bytes of checkpoints that the run has there already */
  readonly held: number;
}

/** What is to be said before a run that the disk has no room for; it goes on all the same, and may end at a full disk. */
export function diskWarning(h: Hyperparameters, vocabularySize: number, { free, held }: Disk): AesopError | undefined {
  const needed = diskNeeded(h, vocabularySize) - held;
  if (needed <= free) return undefined;
  return new AesopError('disk-short', { needed: Math.ceil(needed / 1e6), free: Math.floor(free / 1e6) });
}
