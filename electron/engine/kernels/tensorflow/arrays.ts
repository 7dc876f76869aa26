import { TYPE, type Handle } from './ops.ts';
import type { Scope } from './scope.ts';

/** Zeros of that shape. */
export function zeros(scope: Scope, shape: readonly number[]): Handle {
  const { ops } = scope;
  return scope.one('Fill', [ops.T, ops.type('index_type', TYPE.int)], [ops.vector(shape), ops.scalar(0)]);
}

/** The same memory under another shape. */
export function reshape(scope: Scope, handle: Handle, shape: readonly number[], dtype: number = TYPE.float): Handle {
  const { ops } = scope;
  const attributes = [ops.type('T', dtype), ops.type('Tshape', TYPE.int)];
  return scope.one('Reshape', attributes, [handle, ops.vector(shape)]);
}

/** The same for what may be put together of pieces, which it stays. */
export function reshapeWhole(scope: Scope, handle: Handle, shape: readonly number[]): Handle {
  const whole = reshape(scope, handle, shape);
  const pieces = scope.ops.piecesOf(handle);
  if (pieces) scope.ops.notePieces(whole, pieces);
  return whole;
}

/** Matrices one below the other. */
export function concatRows(scope: Scope, parts: readonly Handle[]): Handle {
  const { ops } = scope;
  if (parts.length === 1) return scope.one('Identity', [ops.T], [parts[0]]);
  const attributes = [ops.integer('N', parts.length), ops.T, ops.type('Tidx', TYPE.int)];
  return scope.one('ConcatV2', attributes, [...parts, ops.index(0)]);
}

/** Pieces, one below the other, as a matrix that is known to be put together of them. */
export function joined(scope: Scope, pieces: readonly Handle[]): Handle {
  const whole = pieces.length === 1 ? pieces[0] : concatRows(scope, pieces);
  scope.ops.notePieces(whole, pieces);
  return whole;
}

/** The `count` slices along the first dimension, which goes. */
export function unpack(scope: Scope, whole: Handle, count: number): Handle[] {
  const { ops } = scope;
  return scope.all('Unpack', [ops.integer('num', count), ops.integer('axis', 0), ops.T], [whole], count);
}

/** Steps of a matrix [time * lanes, columns] stretch by stretch: as it was put together, or cut up. */
export function piecesOf(
  scope: Scope,
  matrix: Handle,
  stretches: readonly number[],
  lanes: number,
  columns: number,
): readonly Handle[] {
  const known = scope.ops.piecesOf(matrix);
  if (known?.length === stretches.length) return known;
  if (stretches.length === 1) return [matrix];
  let start = 0;
  return stretches.map((steps) => {
    const rows = steps * lanes;
    return sliceRows(scope, matrix, (start += rows) - rows, rows, columns);
  });
}

/** Two arrays of one shape element by element: what is put together of pieces, piece by piece. */
export function times(scope: Scope, a: Handle, b: Handle, shape: readonly number[]): Handle {
  const { ops } = scope;
  const multiply = (one: Handle, other: Handle): Handle => scope.one('Mul', [ops.T], [one, other]);
  const [time, lanes, columns] = shape;
  const pieces = ops.piecesOf(a);
  const stretches = ops.stretches(time);
  if (stretches.length === 1 || pieces?.length !== stretches.length) return multiply(a, b);
  const others = piecesOf(scope, reshape(scope, b, [time * lanes, columns]), stretches, lanes, columns);
  const products = pieces.map((piece, k) => multiply(piece, others[k]));
  return reshapeWhole(scope, joined(scope, products), shape);
}

/** Rows `start` to `start + rows` of a matrix of `columns`, without a copy where memory is aligned. */
export function sliceRows(scope: Scope, matrix: Handle, start: number, rows: number, columns: number): Handle {
  const { ops } = scope;
  const inputs = [matrix, ops.vector([start, 0]), ops.vector([rows, columns])];
  return scope.one('Slice', [ops.T, ops.type('Index', TYPE.int)], inputs);
}
