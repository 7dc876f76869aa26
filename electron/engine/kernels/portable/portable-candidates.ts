import * as tf from '@tensorflow/tfjs-core';
import type { ProjectionGradients } from '../arithmetic.ts';
import type { ProjectionOnto } from '../candidates.ts';
import { denseGradient } from './portable-gradient.ts';
import type { PortableCandidates } from './portable-ids.ts';
import { sumRows } from './portable-lstm.ts';
import type { PortableVariable } from './portable-variable.ts';
import { product } from './product.ts';

export interface PortableOnto extends ProjectionOnto {
  readonly logits: tf.Tensor2D;
  readonly weights: tf.Tensor2D;
}

/** See `CandidateArithmetic.projectOnto`. */
export function projectOnto(
  x: tf.Tensor2D,
  weights: PortableVariable,
  bias: PortableVariable,
  { ids }: PortableCandidates,
): PortableOnto {
  const names = tf.squeeze<tf.Tensor1D>(ids.tensor, [0]);
  const rows = tf.gather(weights.matrix, names);
  return { logits: tf.add(product(x, rows, false, true), tf.gather(bias.tensor, names)), weights: rows };
}

/** See `CandidateArithmetic.projectOntoBackward`. */
export function projectOntoBackward(
  x: tf.Tensor2D,
  weights: PortableVariable,
  { ids }: PortableCandidates,
  onto: PortableOnto,
  logitsGradient: tf.Tensor2D,
  scale: number,
): ProjectionGradients {
  const scaled = tf.mul(logitsGradient, scale) as tf.Tensor2D;
  const places = tf.reshape(ids.tensor, [-1, 1]);
  return {
    x: product(scaled, onto.weights),
    weights: sumRows(weights, ids, product(scaled, x, true)),
    bias: denseGradient(tf.scatterND(places, tf.sum(scaled, 0), [weights.shape[0]])),
  };
}
