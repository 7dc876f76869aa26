import type { Handle } from './eager.ts';
import type { Scope } from './scope.ts';

/** oneDNN's bfloat16 products act on `BatchMatMulV2`, hardly on `MatMul`. */
const fast = (): boolean => process.env.TF_SET_ONEDNN_FPMATH_MODE === 'BF16';

/** a · b as `MatMul`, either transposed on wish. */
export function matMul(scope: Scope, a: Handle, b: Handle, transposeA = false, transposeB = false): Handle {
  const { eager } = scope;
  const attributes = [eager.T, eager.boolean('transpose_a', transposeA), eager.boolean('transpose_b', transposeB)];
  return scope.one('MatMul', attributes, [a, b]);
}

/** a · b as `BatchMatMulV2`. */
export function batchMatMul(scope: Scope, a: Handle, b: Handle, transposeA = false, transposeB = false): Handle {
  const { eager } = scope;
  const attributes = [eager.T, eager.boolean('adj_x', transposeA), eager.boolean('adj_y', transposeB)];
  return scope.one('BatchMatMulV2', attributes, [a, b]);
}

/**
 * a · b by the op that is faster for `rows` rows of the result (measured on two cores with AVX-512): a few rows go
 * through `MatMul`, many through `BatchMatMulV2`, which oneDNN blocks better.
 */
export function product(
  scope: Scope,
  rows: number,
  a: Handle,
  b: Handle,
  transposeA = false,
  transposeB = false,
): Handle {
  const multiply = rows >= 64 || (fast() && rows >= 8) ? batchMatMul : matMul;
  return multiply(scope, a, b, transposeA, transposeB);
}
