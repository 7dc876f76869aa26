import * as tf from '@tensorflow/tfjs-core';

/** `tf.tidy` for results that hold tensors in named fields: those live on, all others made inside are disposed. */
export function tidy<T>(compute: () => T): T {
  return tf.tidy(() => compute() as unknown as tf.TensorContainer) as unknown as T;
}
