import * as tf from '@tensorflow/tfjs-core';

/**
 * Matrix product of matrices that may have to be transposed first. They are transposed for real: the WASM backend
 * multiplies by XNNPACK only what stands as it is, and is some twenty times slower where `matMul` transposes.
 */
export function product(a: tf.Tensor2D, b: tf.Tensor2D, transposeA = false, transposeB = false): tf.Tensor2D {
  return tf.matMul(transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b);
}
