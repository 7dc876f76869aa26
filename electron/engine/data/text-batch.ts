import type { Batch } from '../model/index.ts';
import type { Ids } from './split.ts';

/** A batch with what the training loop has to know about it. */
export interface TextBatch extends Batch {
  /** nothing came before it: the carried state starts at zero */
  readonly fresh: boolean;
  /** lanes that come to a new source here: what they carried is forgotten */
  readonly anew?: readonly number[];
}

/**
 * Windows that begin at `starts`: `length` symbols each, and the symbol after them as target. Time-major:
 * `inputs[t * lanes + lane]`.
 */
export function windowBatch(ids: Ids, starts: ArrayLike<number>, length: number): TextBatch {
  const lanes = starts.length;
  const inputs = new Int32Array(length * lanes);
  const targets = new Int32Array(lanes);
  for (let lane = 0; lane < lanes; lane++) {
    const start = starts[lane];
    for (let t = 0; t < length; t++) inputs[t * lanes + lane] = ids[start + t];
    targets[lane] = ids[start + length];
  }
  return { inputs, targets, time: length, lanes, fresh: true };
}

/** Stretches of `time` symbols that begin at `starts`, each symbol's target the one after it; both time-major. */
export function sequenceBatch(ids: Ids, starts: ArrayLike<number>, time: number, fresh: boolean): TextBatch {
  const lanes = starts.length;
  const inputs = new Int32Array(time * lanes);
  const targets = new Int32Array(time * lanes);
  for (let t = 0; t < time; t++) {
    for (let lane = 0; lane < lanes; lane++) {
      const at = starts[lane] + t;
      inputs[t * lanes + lane] = ids[at];
      targets[t * lanes + lane] = ids[at + 1];
    }
  }
  return { inputs, targets, time, lanes, fresh };
}
