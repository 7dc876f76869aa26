import * as tf from '@tensorflow/tfjs-core';
import type {
  CrossEntropy,
  Gradient,
  Ids,
  Kernels,
  LayerState,
  ProjectionGradients,
  VariableSpec,
} from '../kernels.ts';
import { Eager } from './eager.ts';
import * as embedding from './embedding.ts';
import { lstmBackward } from './lstm-backward.ts';
import { lstmForward, type TensorFlowLstm, type TensorFlowTape } from './lstm-forward.ts';
import * as projection from './projection.ts';
import { scoped } from './scope.ts';
import { TensorFlowUpdater } from './tensorflow-updater.ts';
import { TensorFlowVariable } from './tensorflow-variable.ts';

type Dense = Gradient & { kind: 'dense' };
type Rows = Gradient & { kind: 'rows' };

/** The arithmetic in raw TensorFlow ops: needs tfjs-node's backend. */
export class TensorFlowKernels implements Kernels {
  readonly name = 'tensorflow';
  private readonly eager = new Eager();
  readonly synchronous = !this.eager.onGpu;

  createVariable(spec: VariableSpec): TensorFlowVariable {
    return new TensorFlowVariable(this.eager, spec);
  }

  embed(table: TensorFlowVariable, ids: Ids): tf.Tensor3D {
    return embedding.embed(this.eager, table, ids);
  }

  embeddingGradient(ids: Ids, gradient: tf.Tensor3D): Rows {
    const columns = gradient.shape[2];
    const matrix = tf.reshape(gradient, [ids.time * ids.lanes, columns]);
    const rows = scoped(this.eager, (scope) => embedding.sumRows(scope, ids, this.eager.handle(matrix), columns));
    matrix.dispose();
    return rows;
  }

  addRows(dense: Dense, rows: Rows): Gradient {
    const { eager } = this;
    const places = tf.expandDims(rows.rows, 1);
    const values = scoped(eager, (scope) => {
      const inputs = [dense.values, places, rows.values].map((tensor) => eager.handle(tensor));
      const sum = scope.one('TensorScatterAdd', [eager.T, eager.type('Tindices', eager.int)], inputs);
      return scope.tensor<tf.Tensor>(sum, dense.values.shape);
    });
    tf.dispose([places, dense.values, rows.rows, rows.values]);
    return { kind: 'dense', values };
  }

  lstmForward(layer: TensorFlowLstm, x: tf.Tensor3D | Ids, state: LayerState | null): TensorFlowTape {
    return lstmForward(this.eager, layer, x, state);
  }

  lstmBackward(
    layer: TensorFlowLstm,
    tape: TensorFlowTape,
    outputGradient: tf.Tensor3D | tf.Tensor2D,
    wantsX: boolean,
  ) {
    return lstmBackward(this.eager, layer, tape, outputGradient, wantsX);
  }

  dropoutMask(shape: number[], rate: number, seed: readonly [number, number]): tf.Tensor {
    const { eager } = this;
    return scoped(eager, (scope) => {
      const key = scope.own(eager.ints(Int32Array.from(seed)));
      const types = [eager.type('dtype', eager.float), eager.type('T', eager.int), eager.type('Tseed', eager.int)];
      const uniform = scope.one('StatelessRandomUniform', types, [eager.vector(shape), key]);
      const kept = scope.one('GreaterEqual', [eager.T], [uniform, eager.scalar(rate)]);
      const cast = [eager.type('SrcT', eager.bool), eager.type('DstT', eager.float), eager.boolean('Truncate', false)];
      const ones = scope.one('Cast', cast, [kept]);
      return scope.tensor<tf.Tensor>(scope.one('Mul', [eager.T], [ones, eager.scalar(1 / (1 - rate))]), shape);
    });
  }

  project(x: tf.Tensor2D, weights: TensorFlowVariable, bias: TensorFlowVariable, tied: boolean): tf.Tensor2D {
    return projection.project(this.eager, x, weights, bias, tied);
  }

  projectBackward(
    x: tf.Tensor2D,
    weights: TensorFlowVariable,
    tied: boolean,
    logitsGradient: tf.Tensor2D,
    scale: number,
  ): ProjectionGradients {
    return projection.projectBackward(this.eager, x, weights, tied, logitsGradient, scale);
  }

  softmaxCrossEntropy(logits: tf.Tensor2D, targets: Int32Array, wantsGradient: boolean): CrossEntropy {
    return projection.softmaxCrossEntropy(this.eager, logits, targets, wantsGradient);
  }

  globalNorm(gradients: readonly Gradient[]): tf.Scalar {
    const { eager } = this;
    return scoped(eager, (scope) => {
      const halves = gradients.map(({ values }) => scope.one('L2Loss', [eager.T], [eager.handle(values)]));
      const sum = scope.one('AddN', [eager.integer('N', halves.length), eager.T], halves);
      const square = scope.one('Mul', [eager.T], [sum, eager.scalar(2)]);
      return scope.tensor<tf.Scalar>(scope.one('Sqrt', [eager.T], [square]), []);
    });
  }

  createUpdater(): TensorFlowUpdater {
    return new TensorFlowUpdater(this.eager);
  }

  dispose(): void {
    this.eager.dispose();
  }
}
