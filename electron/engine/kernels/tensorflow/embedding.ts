import { movesWhole } from '../../../contract/network-size.ts';
import type { TensorFlowIds } from './ids.ts';
import { TYPE, type Handle, type Ops } from './ops.ts';
import { scoped, type Scope } from './scope.ts';
import { denseGradient, rowsGradient, type TensorFlowGradient } from './tensorflow-gradient.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/**
 * Rows of a variable, [...ids, columns]. Once a variable is accessed by rows, TensorFlow copies it whole at every plain
 * read; so only those that learn by rows are.
 */
export function gather(scope: Scope, table: TensorFlowVariable, ids: Handle): Handle {
  const { ops } = scope;
  const indices = ops.type('Tindices', TYPE.int);
  const batch = ops.integer('batch_dims', 0);
  if (ops.readsRows(table)) {
    const attributes = [ops.type('dtype', TYPE.float), indices, batch, ops.boolean('validate_indices', true)];
    return scope.one('ResourceGather', attributes, [ops.resource(table), ids]);
  }
  const away = ops.rowsAway(table, ids);
  if (away !== null) return scope.own(away);
  const attributes = [ops.type('Tparams', TYPE.float), indices, ops.type('Taxis', TYPE.int), batch];
  return scope.one('GatherV2', attributes, [ops.values(table), ids, ops.index(0)]);
}

/** Sums the rows of one id. `values` is [time, lanes, columns]. */
export function sumRows(
  scope: Scope,
  table: TensorFlowVariable,
  ids: TensorFlowIds,
  values: Handle,
): TensorFlowGradient {
  const { ops } = scope;
  const [rows, columns] = table.shape;
  const attributes = [ops.T, ops.type('Tindices', TYPE.int), ops.type('Tnumsegments', TYPE.int)];
  const summed = (places: Handle, count: Handle): Handle =>
    scope.one('UnsortedSegmentSum', attributes, [values, places, count]);
  if (movesWhole(table.shape))
    return denseGradient(scope.tensor(summed(ids.tensor.handle, ops.index(rows)), table.shape));
  const { rows: distinct, places, count } = ids.grouped();
  return rowsGradient(distinct, scope.tensor(summed(places.handle, count.handle), [-1, columns]));
}

/** See `Arithmetic.embed`. */
export function embed(ops: Ops, table: TensorFlowVariable, ids: TensorFlowIds): OpTensor {
  const shape = [ids.time, ids.lanes, table.shape[1]];
  return scoped(ops, (scope) => scope.tensor(gather(scope, table, ids.tensor.handle), shape));
}
