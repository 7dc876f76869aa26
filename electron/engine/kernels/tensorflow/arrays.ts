import type { Handle } from './eager.ts';
import type { Scope } from './scope.ts';

/** Zeros of that shape. */
export function zeros(scope: Scope, shape: readonly number[]): Handle {
  const { eager } = scope;
  return scope.one('Fill', [eager.T, eager.type('index_type', eager.int)], [eager.vector(shape), eager.scalar(0)]);
}

/** The same memory under another shape. */
export function reshape(scope: Scope, handle: Handle, shape: readonly number[], dtype = scope.eager.float): Handle {
  const { eager } = scope;
  const attributes = [eager.type('T', dtype), eager.type('Tshape', eager.int)];
  return scope.one('Reshape', attributes, [handle, eager.vector(shape)]);
}

/** Matrices one below the other. */
export function concatRows(scope: Scope, parts: readonly Handle[]): Handle {
  const { eager } = scope;
  if (parts.length === 1) return scope.one('Identity', [eager.T], [parts[0]]);
  const attributes = [eager.integer('N', parts.length), eager.T, eager.type('Tidx', eager.int)];
  return scope.one('ConcatV2', attributes, [...parts, eager.index(0)]);
}

/** The `count` slices along the first dimension, which goes. */
export function unpack(scope: Scope, whole: Handle, count: number): Handle[] {
  const { eager } = scope;
  return scope.all('Unpack', [eager.integer('num', count), eager.integer('axis', 0), eager.T], [whole], count);
}

/** Rows `start` to `start + rows` of a matrix of `columns`, without a copy where memory is aligned. */
export function sliceRows(scope: Scope, matrix: Handle, start: number, rows: number, columns: number): Handle {
  const { eager } = scope;
  const inputs = [matrix, eager.vector([start, 0]), eager.vector([rows, columns])];
  return scope.one('Slice', [eager.T, eager.type('Index', eager.int)], inputs);
}
