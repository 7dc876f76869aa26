import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../random.ts';
import type { Clipping, LayerState, Updater, VariableSpec } from '../arithmetic.ts';
import type { DrawnCandidates } from '../candidates.ts';
import { groupIds } from '../group-ids.ts';
import type { Kernels } from '../kernels.ts';
import * as sampled from './portable-candidates.ts';
import { denseGradient, rowsGradient, type PortableGradient } from './portable-gradient.ts';
import type { PortableCandidates, PortableIds, PortableTargets } from './portable-ids.ts';
import * as lstm from './portable-lstm.ts';
import * as projection from './portable-projection.ts';
import { applyUpdate } from './portable-update.ts';
import { PortableVariable } from './portable-variable.ts';
import { tidy } from './tidy.ts';

/** The readable definition of the arithmetic, in ops that every tfjs backend has (WASM among them). */
export class PortableKernels implements Kernels {
  readonly name = 'portable';

  get liveTensors(): number {
    return tf.memory().numTensors;
  }

  createVariable(spec: VariableSpec): PortableVariable {
    return new PortableVariable(spec);
  }

  scoped<T>(work: () => T): T {
    return tidy(work);
  }

  tensor(values: Float32Array, shape: readonly number[]): tf.Tensor {
    return tf.tensor(values.slice(), [...shape], 'float32');
  }

  read(tensor: tf.Tensor): Float32Array {
    return Float32Array.from(tensor.dataSync<'float32'>());
  }

  sum(tensor: tf.Tensor): number {
    let sum = 0;
    for (const value of tensor.dataSync()) sum += value;
    return sum;
  }

  reshape(x: tf.Tensor, shape: readonly number[]): tf.Tensor {
    return tf.reshape(x, [...shape]);
  }

  multiply(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
    return tf.mul(a, b);
  }

  rows(matrix: tf.Tensor2D, first: number, count: number): tf.Tensor {
    return tf.slice2d(matrix, [first, 0], [count, matrix.shape[1]]);
  }

  ids(values: Int32Array, time: number, lanes: number): PortableIds {
    return { time, lanes, values, tensor: tf.tensor2d(values.slice(), [time, lanes], 'int32') };
  }

  targets(values: Int32Array): PortableTargets {
    return { rows: values.length, values };
  }

  ordinals({ values, time, lanes }: PortableIds): tf.Tensor {
    return tf.tensor3d(Float32Array.from(values), [time, lanes, 1]);
  }

  embed(table: PortableVariable, ids: PortableIds): tf.Tensor {
    return tf.gather(table.tensor, ids.tensor);
  }

  embeddingGradient(table: PortableVariable, ids: PortableIds, gradient: tf.Tensor): PortableGradient {
    return tidy(() => lstm.sumRows(table, ids, tf.reshape(gradient, [ids.time * ids.lanes, -1])));
  }

  addGradients(first: PortableGradient, other: PortableGradient): PortableGradient {
    const sum = tidy(() => {
      if (other.kind === 'dense') return denseGradient(tf.add(first.values, other.values));
      if (first.kind === 'dense') {
        const spread = tf.scatterND(tf.expandDims(other.rows, 1), other.values, first.values.shape as [number, number]);
        return denseGradient(tf.add(first.values, spread));
      }
      const { distinct, places } = groupIds(Int32Array.from([...first.rows.dataSync(), ...other.rows.dataSync()]));
      const shape: [number, number] = [distinct.length, first.values.shape[1]];
      const both = tf.concat([first.values, other.values], 0);
      const summed = tf.scatterND(tf.tensor2d(places, [places.length, 1], 'int32'), both, shape);
      return rowsGradient(tf.tensor1d(distinct, 'int32'), summed as tf.Tensor2D);
    });
    [first, other].forEach((gradient) => gradient.dispose());
    return sum;
  }

  lstmForward(layer: lstm.PortableLstm, x: tf.Tensor3D | PortableIds, state: LayerState | null): lstm.PortableTape {
    return lstm.lstmForward(layer, x, state as lstm.PortableState | null);
  }

  lstmBackward(layer: lstm.PortableLstm, tape: lstm.PortableTape, outputGradient: tf.Tensor, wantsX: boolean) {
    return tidy(() => lstm.lstmBackward(layer, tape, outputGradient, wantsX));
  }

  dropoutMask(shape: readonly number[], rate: number, seed: number, place: number): tf.Tensor {
    const random = new Random((seed >>> 0) + (place & 0x1fffff) * 2 ** 32);
    const kept = 1 / (1 - rate);
    const size = shape.reduce((product, n) => product * n, 1);
    const factors = Float32Array.from({ length: size }, () => (random.uniform() < rate ? 0 : kept));
    return tf.tensor(factors, [...shape], 'float32');
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

  candidates({ ids, corrections }: DrawnCandidates): PortableCandidates {
    return { ids: this.ids(ids, 1, ids.length), corrections: tf.tensor2d(corrections.slice(), [1, ids.length]) };
  }

  projectOnto(x: tf.Tensor2D, weights: PortableVariable, bias: PortableVariable, candidates: PortableCandidates) {
    return tidy(() => sampled.projectOnto(x, weights, bias, candidates));
  }

  projectOntoBackward(...given: Parameters<typeof sampled.projectOntoBackward>) {
    return tidy(() => sampled.projectOntoBackward(...given));
  }

  softmaxCrossEntropy(
    logits: tf.Tensor2D,
    targets: PortableTargets,
    wantsGradient: boolean,
    candidates: PortableCandidates | null,
  ) {
    const corrections = candidates && candidates.corrections;
    return tidy(() => projection.softmaxCrossEntropy(logits, targets.values, wantsGradient, corrections));
  }

  clip(gradients: readonly PortableGradient[], limit: number): Clipping {
    if (limit === 0) return { norm: null, scale: null };
    const square = tf.tidy(() => tf.addN(gradients.map(({ values }) => tf.sum(tf.square(values)))));
    const norm = Math.sqrt(square.dataSync()[0]);
    square.dispose();
    return { norm, scale: norm > limit ? tf.scalar(limit / norm) : null };
  }

  createUpdater(): Updater {
    return { apply: applyUpdate, dispose: () => undefined };
  }

  dispose(): void {
    // holds nothing of its own
  }
}
