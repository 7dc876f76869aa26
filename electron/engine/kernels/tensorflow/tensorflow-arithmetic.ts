import type { Clipping, CrossEntropy, ProjectionGradients } from '../arithmetic.ts';
import { reshape, sliceRows, times } from './arrays.ts';
import type { DrawnCandidates } from '../candidates.ts';
import * as sampled from './candidates.ts';
import * as embedding from './embedding.ts';
import { TensorFlowIds, TensorFlowTargets } from './ids.ts';
import { lstmBackward } from './lstm-backward.ts';
import { lstmForward, type TensorFlowLstm, type TensorFlowState, type TensorFlowTape } from './lstm-forward.ts';
import { TYPE, type Handle, type Ops, type Shape } from './ops.ts';
import * as projection from './projection.ts';
import { scoped } from './scope.ts';
import { denseGradient, type TensorFlowGradient } from './tensorflow-gradient.ts';
import { TensorFlowUpdater } from './tensorflow-updater.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** What of the kernels is arithmetic, in raw TensorFlow ops, whether they are run or written down. */
export class TensorFlowArithmetic<O extends Ops = Ops> {
  readonly name = 'tensorflow';
  protected readonly ops: O;

  constructor(ops: O) {
    this.ops = ops;
  }

  get liveTensors(): number {
    return this.ops.tensors.live;
  }

  scoped<T>(work: () => T): T {
    return this.ops.tensors.scoped(work);
  }

  reshape(x: OpTensor, shape: Shape): OpTensor {
    return scoped(this.ops, (scope) => scope.tensor(reshape(scope, x.handle, shape), shape));
  }

  multiply(a: OpTensor, b: OpTensor): OpTensor {
    return scoped(this.ops, (scope) => scope.tensor(times(scope, a.handle, b.handle, a.shape), a.shape));
  }

  rows(matrix: OpTensor, first: number, count: number): OpTensor {
    const [, columns] = matrix.shape;
    return scoped(this.ops, (scope) =>
      scope.tensor(sliceRows(scope, matrix.handle, first, count, columns), [count, columns]),
    );
  }

  ids(values: Int32Array, time: number, lanes: number): TensorFlowIds {
    return new TensorFlowIds(this.ops, values, time, lanes);
  }

  targets(values: Int32Array): TensorFlowTargets {
    return new TensorFlowTargets(this.ops, values);
  }

  ordinals({ tensor, time, lanes }: TensorFlowIds): OpTensor {
    const { ops } = this;
    const shape = [time, lanes, 1];
    return scoped(ops, (scope) => {
      const cast = [ops.type('SrcT', TYPE.int), ops.type('DstT', TYPE.float), ops.boolean('Truncate', false)];
      return scope.tensor(reshape(scope, scope.one('Cast', cast, [tensor.handle]), shape), shape);
    });
  }

  embed(table: TensorFlowVariable, ids: TensorFlowIds): OpTensor {
    return embedding.embed(this.ops, table, ids);
  }

  embeddingGradient(table: TensorFlowVariable, ids: TensorFlowIds, gradient: OpTensor): TensorFlowGradient {
    return scoped(this.ops, (scope) => embedding.sumRows(scope, table, ids, gradient.handle));
  }

  addGradients(first: TensorFlowGradient, other: TensorFlowGradient): TensorFlowGradient {
    const sum = this.sumOf(first, other);
    [first, other].forEach((gradient) => gradient.dispose());
    return sum;
  }

  lstmForward(layer: TensorFlowLstm, x: OpTensor | TensorFlowIds, state: TensorFlowState | null): TensorFlowTape {
    return lstmForward(this.ops, layer, x, state);
  }

  lstmBackward(layer: TensorFlowLstm, tape: TensorFlowTape, outputGradient: OpTensor, wantsX: boolean) {
    return lstmBackward(this.ops, layer, tape, outputGradient, wantsX);
  }

  dropoutMask(shape: Shape, rate: number, seed: number, place: number): OpTensor {
    const { ops } = this;
    return scoped(ops, (scope) => {
      const pair = [ops.integer('N', 2), ops.type('T', TYPE.int), ops.integer('axis', 0)];
      const key = scope.one('Pack', pair, [scope.own(ops.seed(seed)), ops.index(place)]);
      const types = [ops.type('dtype', TYPE.float), ops.type('T', TYPE.int), ops.type('Tseed', TYPE.int)];
      const uniform = scope.one('StatelessRandomUniform', types, [ops.vector(shape), key]);
      const kept = scope.one('GreaterEqual', [ops.T], [uniform, ops.scalar(rate)]);
      const cast = [ops.type('SrcT', TYPE.bool), ops.type('DstT', TYPE.float), ops.boolean('Truncate', false)];
      const ones = scope.one('Cast', cast, [kept]);
      return scope.tensor(scope.one('Mul', [ops.T], [ones, ops.scalar(1 / (1 - rate))]), shape);
    });
  }

  project(x: OpTensor, weights: TensorFlowVariable, bias: TensorFlowVariable, tied: boolean): OpTensor {
    return projection.project(this.ops, x, weights, bias, tied);
  }

  projectBackward(
    x: OpTensor,
    weights: TensorFlowVariable,
    tied: boolean,
    logitsGradient: OpTensor,
    scale: number,
  ): ProjectionGradients {
    return projection.projectBackward(this.ops, x, weights, tied, logitsGradient, scale);
  }

  candidates(drawn: DrawnCandidates): sampled.TensorFlowCandidates {
    return new sampled.TensorFlowCandidates(this.ops, drawn);
  }

  projectOnto(
    x: OpTensor,
    weights: TensorFlowVariable,
    bias: TensorFlowVariable,
    candidates: sampled.TensorFlowCandidates,
  ): sampled.TensorFlowOnto {
    return sampled.projectOnto(this.ops, x, weights, bias, candidates);
  }

  projectOntoBackward(
    x: OpTensor,
    weights: TensorFlowVariable,
    candidates: sampled.TensorFlowCandidates,
    onto: sampled.TensorFlowOnto,
    logitsGradient: OpTensor,
    scale: number,
  ): ProjectionGradients {
    return sampled.projectOntoBackward(this.ops, x, weights, candidates, onto, logitsGradient, scale);
  }

  softmaxCrossEntropy(
    logits: OpTensor,
    targets: TensorFlowTargets,
    wantsGradient: boolean,
    candidates: sampled.TensorFlowCandidates | null,
  ): CrossEntropy {
    return projection.softmaxCrossEntropy(
      this.ops,
      logits,
      targets,
      wantsGradient,
      candidates && candidates.corrections,
    );
  }

  clip(gradients: readonly TensorFlowGradient[], limit: number): Clipping {
    if (limit === 0) return { norm: null, scale: null };
    const { ops } = this;
    return scoped(ops, (scope) => {
      const norm = this.globalNorm(gradients);
      const ratio = scope.one('RealDiv', [ops.T], [ops.scalar(limit), norm.handle]);
      return { norm, scale: scope.tensor(scope.one('Minimum', [ops.T], [ratio, ops.scalar(1)]), []) };
    });
  }

  createUpdater(): TensorFlowUpdater {
    return new TensorFlowUpdater(this.ops);
  }

  private sumOf(first: TensorFlowGradient, other: TensorFlowGradient): TensorFlowGradient {
    const { ops } = this;
    if (first.kind === 'rows' && other.kind === 'rows') return sampled.addRows(ops, first, other);
    return scoped(ops, (scope) => {
      const [whole, part] = [first.values.handle, other.values.handle];
      const dense = (handle: Handle): TensorFlowGradient => denseGradient(scope.tensor(handle, first.values.shape));
      if (other.kind === 'dense') return dense(scope.one('AddV2', [ops.T], [whole, part]));
      const places = reshape(scope, other.rows.handle, [-1, 1], TYPE.int);
      return dense(scope.one('TensorScatterAdd', [ops.T, ops.type('Tindices', TYPE.int)], [whole, places, part]));
    });
  }

  /** Euclidean norm over all gradients as one vector, a scalar. */
  protected globalNorm(gradients: readonly TensorFlowGradient[]): OpTensor {
    const { ops } = this;
    return scoped(ops, (scope) => {
      const halves = gradients.map(({ values }) => scope.one('L2Loss', [ops.T], [values.handle]));
      const sum = scope.one('AddN', [ops.integer('N', halves.length), ops.T], halves);
      const square = scope.one('Mul', [ops.T], [sum, ops.scalar(2)]);
      return scope.tensor(scope.one('Sqrt', [ops.T], [square]), []);
    });
  }
}
