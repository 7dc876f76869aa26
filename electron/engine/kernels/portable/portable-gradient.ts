import type * as tf from '@tensorflow/tfjs-core';
import type { Gradient } from '../arithmetic.ts';

/** A gradient of the whole variable, or of some of its rows (each named once). */
export type PortableGradient = Gradient &
  (
    | { readonly kind: 'dense'; readonly values: tf.Tensor }
    | { readonly kind: 'rows'; readonly rows: tf.Tensor1D; readonly values: tf.Tensor2D }
  );

export const denseGradient = (values: tf.Tensor): PortableGradient => ({
  kind: 'dense',
  values,
  dispose: () => values.dispose(),
});

export const rowsGradient = (rows: tf.Tensor1D, values: tf.Tensor2D): PortableGradient => ({
  kind: 'rows',
  rows,
  values,
  dispose: () => [rows, values].forEach((tensor) => tensor.dispose()),
});
