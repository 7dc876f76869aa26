import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../random.ts';
import { disposeGradient } from '../kernels.ts';
import type { Gradient, Ids, Kernels, LayerState, Updater, VariableSpec } from '../kernels.ts';
import { tidy } from '../tidy.ts';
import * as lstm from './portable-lstm.ts';
import * as projection from './portable-projection.ts';
import { applyUpdate } from './portable-update.ts';
import { PortableVariable } from './portable-variable.ts';

/** The readable definition of the arithmetic, in ops that every tfjs backend has (WASM among them). */
export class PortableKernels implements Kernels {
  readonly name = 'portable';
  readonly synchronous = true;

  createVariable(spec: VariableSpec): PortableVariable {
    return new PortableVariable(spec);
  }

  embed(table: PortableVariable, ids: Ids): tf.Tensor3D {
    return tf.gather(table.tensor, ids.tensor) as tf.Tensor3D;
  }

  embeddingGradient(table: PortableVariable, ids: Ids, gradient: tf.Tensor3D): Gradient {
    return tidy(() => lstm.sumRows(table, ids, tf.reshape(gradient, [ids.time * ids.lanes, -1])));
  }

  addGradients(dense: Gradient, other: Gradient): Gradient {
    const values = tf.tidy(() => {
      if (other.kind === 'dense') return tf.add(dense.values, other.values);
      const spread = tf.scatterND(tf.expandDims(other.rows, 1), other.values, dense.values.shape as [number, number]);
      return tf.add(dense.values, spread);
    });
    [dense, other].forEach(disposeGradient);
    return { kind: 'dense', values };
  }

  lstmForward(layer: lstm.PortableLstm, x: tf.Tensor3D | Ids, state: LayerState | null): lstm.PortableTape {
    return lstm.lstmForward(layer, x, state);
  }

  lstmBackward(
    layer: lstm.PortableLstm,
    tape: lstm.PortableTape,
    outputGradient: tf.Tensor3D | tf.Tensor2D,
    wantsX: boolean,
  ) {
    return tidy(() => lstm.lstmBackward(layer, tape, outputGradient, wantsX));
  }

  dropoutMask(shape: number[], rate: number, seed: readonly [number, number]): tf.Tensor {
    const random = new Random((seed[0] >>> 0) + (seed[1] & 0x1fffff) * 2 ** 32);
    const kept = 1 / (1 - rate);
    const size = shape.reduce((product, n) => product * n, 1);
    const factors = Float32Array.from({ length: size }, () => (random.uniform() < rate ? 0 : kept));
    return tf.tensor(factors, shape, 'float32');
  }

  project(x: tf.Tensor2D, weights: PortableVariable, bias: PortableVariable, tied: boolean): tf.Tensor2D {
    return tf.tidy(() => projection.project(x, weights, bias, tied));
  }

  projectBackward(
    x: tf.Tensor2D,
    weights: PortableVariable,
    tied: boolean,
    logitsGradient: tf.Tensor2D,
    scale: number,
  ) {
    return tidy(() => projection.projectBackward(x, weights, tied, logitsGradient, scale));
  }

  softmaxCrossEntropy(logits: tf.Tensor2D, targets: Int32Array, wantsGradient: boolean) {
    return tidy(() => projection.softmaxCrossEntropy(logits, targets, wantsGradient));
  }

  globalNorm(gradients: readonly Gradient[]): number {
    const square = tf.tidy(() => tf.addN(gradients.map(({ values }) => tf.sum(tf.square(values)))));
    const [value] = square.dataSync();
    square.dispose();
    return Math.sqrt(value);
  }

  createUpdater(): Updater {
    return { apply: applyUpdate, dispose: () => undefined };
  }

  dispose(): void {
    // holds nothing of its own
  }
}
