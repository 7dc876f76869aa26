import type { Gradient } from '../arithmetic.ts';
import type { OpTensor } from './tensors.ts';

/** A gradient of the whole variable, or of some of its rows (each named once). */
export type TensorFlowGradient = Gradient &
  (
    | { readonly kind: 'dense'; readonly values: OpTensor }
    | { readonly kind: 'rows'; readonly rows: OpTensor; readonly values: OpTensor }
  );

export const denseGradient = (values: OpTensor): TensorFlowGradient => ({
  kind: 'dense',
  values,
  dispose: () => values.dispose(),
});

export const rowsGradient = (rows: OpTensor, values: OpTensor): TensorFlowGradient => ({
  kind: 'rows',
  rows,
  values,
  dispose: () => [rows, values].forEach((tensor) => tensor.dispose()),
});
