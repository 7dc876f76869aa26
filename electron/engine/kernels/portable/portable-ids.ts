import type * as tf from '@tensorflow/tfjs-core';
import type { Ids, Targets } from '../arithmetic.ts';
import type { Candidates } from '../candidates.ts';

/** Symbol ids, here and on the device. */
export interface PortableIds extends Ids {
  /** [time * lanes] */
  readonly values: Int32Array;
  /** int32 [time, lanes] */
  readonly tensor: tf.Tensor2D;
}

export interface PortableTargets extends Targets {
  readonly values: Int32Array;
}

export interface PortableCandidates extends Candidates {
  readonly ids: PortableIds;
  readonly corrections: tf.Tensor2D;
}
