import * as tf from '@tensorflow/tfjs-core';
import { groupIds } from '../group-ids.ts';
import { movesWhole, type Gradient, type Ids } from '../kernels.ts';
import type { Eager, Handle } from './eager.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';

/**
 * Rows of a variable, [...ids, columns]. Once a variable is accessed by rows, TensorFlow copies it whole at every plain
 * read; so only those that learn by rows are.
 */
export function gather(scope: Scope, table: TensorFlowVariable, ids: Handle): Handle {
  const { eager } = scope;
  const indices = eager.type('Tindices', eager.int);
  const batch = eager.integer('batch_dims', 0);
  if (table.byRows) {
    const attributes = [eager.type('dtype', eager.float), indices, batch, eager.boolean('validate_indices', true)];
    return scope.one('ResourceGather', attributes, [table.resource, ids]);
  }
  const attributes = [eager.type('Tparams', eager.float), indices, eager.type('Taxis', eager.int), batch];
  return scope.one('GatherV2', attributes, [table.read(), ids, eager.index(0)]);
}

/** Sums the rows of one id. `values` is [time, lanes, columns]. */
export function sumRows(scope: Scope, table: TensorFlowVariable, ids: Ids, values: Handle): Gradient {
  const { eager } = scope;
  const attributes = [eager.T, eager.type('Tindices', eager.int), eager.type('Tnumsegments', eager.int)];
  const summed = <T extends tf.Tensor>(places: Handle, rows: number): T => {
    const sum = scope.one('UnsortedSegmentSum', attributes, [values, places, eager.index(rows)]);
    return scope.tensor<T>(sum, [rows, table.shape[1]]);
  };
  if (movesWhole(table.shape)) return { kind: 'dense', values: summed(eager.handle(ids.tensor), table.shape[0]) };
  const { distinct, places } = groupIds(ids.values);
  const shaped = scope.own(eager.ints(places, [ids.time, ids.lanes]));
  return { kind: 'rows', rows: tf.tensor1d(distinct, 'int32'), values: summed(shaped, distinct.length) };
}

/** See `Kernels.embed`. */
export function embed(eager: Eager, table: TensorFlowVariable, ids: Ids): tf.Tensor3D {
  const shape = [ids.time, ids.lanes, table.shape[1]];
  return scoped(eager, (scope) => scope.tensor<tf.Tensor3D>(gather(scope, table, eager.handle(ids.tensor)), shape));
}
