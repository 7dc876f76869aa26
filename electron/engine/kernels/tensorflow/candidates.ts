import { movesWhole } from '../../../contract/network-size.ts';
import type { ProjectionGradients } from '../arithmetic.ts';
import type { Candidates, DrawnCandidates, ProjectionOnto } from '../candidates.ts';
import { reshape } from './arrays.ts';
import { gather } from './embedding.ts';
import { TensorFlowIds } from './ids.ts';
import { TYPE, type Handle, type Ops } from './ops.ts';
import { projection, projectionGradients } from './projection.ts';
import { scoped, type Scope } from './scope.ts';
import { denseGradient, rowsGradient, type TensorFlowGradient } from './tensorflow-gradient.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** Candidates of a step: int32 and float [1, count]. */
export class TensorFlowCandidates implements Candidates {
  readonly ids: TensorFlowIds;
  readonly corrections: OpTensor;

  constructor(ops: Ops, { ids, corrections }: DrawnCandidates) {
    const shape = [1, ids.length];
    this.ids = new TensorFlowIds(ops, ids, 1, ids.length, 'candidates');
    this.corrections = ops.tensors.create(ops.corrections(corrections, shape), shape);
  }
}

export interface TensorFlowOnto extends ProjectionOnto {
  readonly logits: OpTensor;
  readonly weights: OpTensor;
}

/** Their ids as a list, int32 [count]. */
const listOf = (scope: Scope, { ids }: TensorFlowCandidates): Handle =>
  reshape(scope, ids.tensor.handle, [ids.lanes], TYPE.int);

/** See `CandidateArithmetic.projectOnto`. */
export function projectOnto(
  ops: Ops,
  x: OpTensor,
  weights: TensorFlowVariable,
  bias: TensorFlowVariable,
  candidates: TensorFlowCandidates,
): TensorFlowOnto {
  return scoped(ops, (scope) => {
    const list = listOf(scope, candidates);
    const rows = gather(scope, weights, list);
    const logits = projection(scope, x, rows, gather(scope, bias, list), true);
    const count = candidates.ids.lanes;
    return {
      logits: scope.tensor(logits, [x.shape[0], count]),
      weights: scope.tensor(rows, [count, weights.shape[1]]),
    };
  });
}

/** See `CandidateArithmetic.projectOntoBackward`. */
export function projectOntoBackward(
  ops: Ops,
  x: OpTensor,
  weights: TensorFlowVariable,
  candidates: TensorFlowCandidates,
  onto: TensorFlowOnto,
  logitsGradient: OpTensor,
  scale: number,
): ProjectionGradients {
  const [classes] = weights.shape;
  return scoped(ops, (scope) => {
    const gradients = projectionGradients(scope, x, onto.weights.handle, true, logitsGradient, scale);
    const list = listOf(scope, candidates);
    const attributes = [ops.T, ops.type('Tindices', TYPE.int), ops.type('Tnumsegments', TYPE.int)];
    const spread = (values: Handle): Handle =>
      scope.one('UnsortedSegmentSum', attributes, [values, list, ops.index(classes)]);
    const dense = (values: Handle, shape: readonly number[]): TensorFlowGradient =>
      denseGradient(scope.tensor(spread(values), shape));
    return {
      x: scope.tensor(gradients.x, x.shape),
      bias: dense(gradients.bias, [classes]),
      weights: movesWhole(weights.shape)
        ? dense(gradients.weights, weights.shape)
        : rowsGradient(scope.tensor(list, [-1]), scope.tensor(gradients.weights, onto.weights.shape)),
    };
  });
}

/** The sum of two gradients of rows of one table. */
export function addRows(
  ops: Ops,
  first: TensorFlowGradient & { kind: 'rows' },
  other: TensorFlowGradient & { kind: 'rows' },
): TensorFlowGradient {
  return scoped(ops, (scope) => {
    const join = (T: number, parts: readonly OpTensor[]): Handle => {
      const attributes = [ops.integer('N', parts.length), ops.type('T', T), ops.type('Tidx', TYPE.int)];
      return scope.one('ConcatV2', attributes, [...parts.map(({ handle }) => handle), ops.index(0)]);
    };
    const types = [ops.type('T', TYPE.int), ops.type('out_idx', TYPE.int)];
    const [rows, places] = scope.all('Unique', types, [join(TYPE.int, [first.rows, other.rows])], 2);
    const count = scope.one('Size', [ops.type('T', TYPE.int), ops.type('out_type', TYPE.int)], [rows]);
    const attributes = [ops.T, ops.type('Tindices', TYPE.int), ops.type('Tnumsegments', TYPE.int)];
    const values = join(TYPE.float, [first.values, other.values]);
    const summed = scope.one('UnsortedSegmentSum', attributes, [values, places, count]);
    return rowsGradient(scope.tensor(rows, [-1]), scope.tensor(summed, [-1, first.values.shape[1]]));
  });
}
