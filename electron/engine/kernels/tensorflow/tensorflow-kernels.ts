import type * as tf from '@tensorflow/tfjs-core';
import type {
  CrossEntropy,
  Gradient,
  Ids,
  Kernels,
  LayerState,
  ProjectionGradients,
  VariableSpec,
} from '../kernels.ts';
import { disposeGradient } from '../kernels.ts';
import { reshape } from './arrays.ts';
import { Eager } from './eager.ts';
import * as embedding from './embedding.ts';
import { lstmBackward } from './lstm-backward.ts';
import { lstmForward, type TensorFlowLstm, type TensorFlowTape } from './lstm-forward.ts';
import * as projection from './projection.ts';
import { scoped } from './scope.ts';
import { TensorFlowUpdater } from './tensorflow-updater.ts';
import { TensorFlowVariable } from './tensorflow-variable.ts';

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

  embeddingGradient(table: TensorFlowVariable, ids: Ids, gradient: tf.Tensor3D): Gradient {
    return scoped(this.eager, (scope) => embedding.sumRows(scope, table, ids, this.eager.handle(gradient)));
  }

  addGradients(dense: Gradient, other: Gradient): Gradient {
    const { eager } = this;
    const values = scoped(eager, (scope) => {
      const [first, second] = [dense.values, other.values].map((tensor) => eager.handle(tensor));
      const { shape } = dense.values;
      if (other.kind === 'dense') return scope.tensor<tf.Tensor>(scope.one('AddV2', [eager.T], [first, second]), shape);
      const places = reshape(scope, eager.handle(other.rows), [other.rows.size, 1], eager.int);
      const attributes = [eager.T, eager.type('Tindices', eager.int)];
      return scope.tensor<tf.Tensor>(scope.one('TensorScatterAdd', attributes, [first, places, second]), shape);
    });
    [dense, other].forEach(disposeGradient);
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

  globalNorm(gradients: readonly Gradient[]): tf.Scalar | number {
    const { eager } = this;
    return scoped(eager, (scope) => {
      const halves = gradients.map(({ values }) => scope.one('L2Loss', [eager.T], [eager.handle(values)]));
      const sum = scope.one('AddN', [eager.integer('N', halves.length), eager.T], halves);
      if (this.synchronous) return Math.sqrt(2 * eager.read(sum)[0]);
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
