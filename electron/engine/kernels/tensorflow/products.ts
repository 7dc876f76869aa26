import type { Handle } from './ops.ts';
import type { Scope } from './scope.ts';

/** Whether products may round to bfloat16 (`precision: fast`): that acts on `BatchMatMulV2`, hardly on `MatMul`. */
export const fastProducts = (): boolean => process.env.TF_SET_ONEDNN_FPMATH_MODE === 'BF16';

/** a · b as `MatMul`, either transposed on wish. */
function matMul(scope: Scope, a: Handle, b: Handle, transposeA = false, transposeB = false): Handle {
  const { ops } = scope;
  const attributes = [ops.T, ops.boolean('transpose_a', transposeA), ops.boolean('transpose_b', transposeB)];
  return scope.one('MatMul', attributes, [a, b]);
}

/** a · b as `BatchMatMulV2`. */
export function batchMatMul(scope: Scope, a: Handle, b: Handle, transposeA = false, transposeB = false): Handle {
  const { ops } = scope;
  const attributes = [ops.T, ops.boolean('adj_x', transposeA), ops.boolean('adj_y', transposeB)];
  return scope.one('BatchMatMulV2', attributes, [a, b]);
}

/** Up to here a product is a reading of one matrix, and `MatMul` costs half of `BatchMatMulV2`. */
const FEW_ROWS = 4;

/**
 * a · b for a result of `rows` rows, by the faster op (measured with AVX-512, one and two threads). Where both are
 * level it is `BatchMatMulV2`: inside `MatMul`'s product of 20 to 100 rows a signal, such as a profiler's, corrupts the
 * heap (seen with oneDNN in TensorFlow 2.21).
 */
export function product(scope: Scope, rows: number, a: Handle, b: Handle, transposeB = false): Handle {
  return rows <= FEW_ROWS ? matMul(scope, a, b, false, transposeB) : batchMatMul(scope, a, b, false, transposeB);
}

/** aᵀ · b, the gradient of a matrix: a sum over rows, which `MatMul` does better unless bfloat16 is wanted. */
export function gradientProduct(scope: Scope, a: Handle, b: Handle): Handle {
  return fastProducts() ? batchMatMul(scope, a, b, true) : matMul(scope, a, b, true);
}
