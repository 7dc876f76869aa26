import * as tf from '@tensorflow/tfjs-core';
import { groupIds } from '../group-ids.ts';
import type { Gradient, Ids } from '../kernels.ts';
import type { Eager, Handle } from './eager.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';

/** Rows of a variable, [ids, columns]. */
export function gather(scope: Scope, table: TensorFlowVariable, ids: Handle): Handle {
  const { eager } = scope;
  const attributes = [
    eager.type('dtype', eager.float),
    eager.type('Tindices', eager.int),
    eager.integer('batch_dims', 0),
    eager.boolean('validate_indices', true),
  ];
  return scope.one('ResourceGather', attributes, [table.resource, ids]);
}

/** Sums the rows of one id. `values` is [time * lanes, columns]. */
export function sumRows(scope: Scope, ids: Ids, values: Handle, columns: number): Gradient & { kind: 'rows' } {
  const { eager } = scope;
  const { distinct, places } = groupIds(ids.values);
  const attributes = [eager.T, eager.type('Tindices', eager.int), eager.type('Tnumsegments', eager.int)];
  const inputs = [values, scope.own(eager.ints(places)), scope.own(eager.ints(Int32Array.of(distinct.length), []))];
  const summed = scope.one('UnsortedSegmentSum', attributes, inputs);
  return {
    kind: 'rows',
    rows: tf.tensor1d(distinct, 'int32'),
    values: scope.tensor<tf.Tensor2D>(summed, [distinct.length, columns]),
  };
}

/** See `Kernels.embed`. */
export function embed(eager: Eager, table: TensorFlowVariable, ids: Ids): tf.Tensor3D {
  const shape = [ids.time, ids.lanes, table.shape[1]];
  return scoped(eager, (scope) => {
    const rows = gather(scope, table, eager.handle(ids.tensor));
    const attributes = [eager.T, eager.type('Tshape', eager.int)];
    return scope.tensor<tf.Tensor3D>(scope.one('Reshape', attributes, [rows, eager.vector(shape)]), shape);
  });
}
