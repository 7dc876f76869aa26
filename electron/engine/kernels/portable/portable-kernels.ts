import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../random.ts';
import type { Gradient, Ids, Kernels, LayerState, Updater, VariableSpec } from '../kernels.ts';
import { tidy } from '../tidy.ts';
import * as lstm from './portable-lstm.ts';
import * as projection from './portable-projection.ts';
import { applyUpdate } from './portable-update.ts';
import { PortableVariable } from './portable-variable.ts';

type Dense = Gradient & { kind: 'dense' };
type Rows = Gradient & { kind: 'rows' };

/** The readable definition of the arithmetic, in ops that every tfjs backend has (WASM among them). */
export class PortableKernels implements Kernels {
  readonly name = 'portable';
  readonly synchronous = true;

  createVariable(spec: VariableSpec): PortableVariable {
    return new PortableVariable(spec);
  }

  embed(table: PortableVariable, ids: Ids): tf.Tensor3D {
    return tf.tidy(() => tf.reshape(tf.gather(table.matrix, ids.tensor), [ids.time, ids.lanes, -1]));
  }

  embeddingGradient(ids: Ids, gradient: tf.Tensor3D): Rows {
    return tidy(() => lstm.sumRows(ids, tf.reshape(gradient, [ids.time * ids.lanes, -1])));
  }

  addRows(dense: Dense, rows: Rows): Gradient {
    const values = tf.tidy(() => {
      const spread = tf.scatterND(tf.expandDims(rows.rows, 1), rows.values, dense.values.shape as [number, number]);
      return tf.add(dense.values, spread);
    });
    tf.dispose([dense.values, rows.rows, rows.values]);
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

  globalNorm(gradients: readonly Gradient[]): tf.Scalar {
    return tf.tidy(() => tf.sqrt(tf.addN(gradients.map(({ values }) => tf.sum(tf.square(values)))))) as tf.Scalar;
  }

  createUpdater(): Updater {
    return { apply: applyUpdate, dispose: () => undefined };
  }

  dispose(): void {
    // holds nothing of its own
  }
}
