import * as tf from '@tensorflow/tfjs-core';
import type { CrossEntropy, ProjectionGradients } from '../arithmetic.ts';
import { denseGradient } from './portable-gradient.ts';
import type { PortableVariable } from './portable-variable.ts';
import { product } from './product.ts';

/** Where each row's target stands in a matrix of logits: row, column, row, column, … */
const targetPlaces = (targets: Int32Array): Int32Array =>
  Int32Array.from({ length: 2 * targets.length }, (_, k) => (k % 2 === 0 ? k / 2 : targets[(k - 1) / 2]));

/** See `Arithmetic.project`. */
export function project(x: tf.Tensor2D, weights: PortableVariable, bias: PortableVariable, tied: boolean): tf.Tensor2D {
  return tf.add(product(x, weights.matrix, false, tied), bias.tensor) as tf.Tensor2D;
}

/** See `Arithmetic.projectBackward`. */
export function projectBackward(
  x: tf.Tensor2D,
  weights: PortableVariable,
  tied: boolean,
  logitsGradient: tf.Tensor2D,
  scale: number,
): ProjectionGradients {
  const scaled = tf.mul(logitsGradient, scale) as tf.Tensor2D;
  const forWeights = tied ? product(scaled, x, true) : product(x, scaled, true);
  return {
    x: product(scaled, weights.matrix, false, !tied),
    weights: denseGradient(forWeights),
    bias: denseGradient(tf.sum(scaled, 0)),
  };
}

/** See `Arithmetic.softmaxCrossEntropy`. */
export function softmaxCrossEntropy(
  given: tf.Tensor2D,
  targets: Int32Array,
  wantsGradient: boolean,
  corrections: tf.Tensor2D | null,
): CrossEntropy {
  const [rows, classes] = given.shape;
  const logits = corrections ? tf.add<tf.Tensor2D>(given, corrections) : given;
  const places = tf.tensor2d(targetPlaces(targets), [rows, 2], 'int32');
  const greatest = tf.max(logits, 1, true);
  const shifted = tf.sub(logits, greatest);
  const powers = tf.exp(shifted);
  const sums = tf.sum(powers, 1, true);
  const atTarget = tf.gatherND(shifted, places);
  const loss = tf.sub(tf.log(tf.squeeze(sums, [1])), atTarget);
  const correct = tf.cast(tf.greaterEqual(tf.gatherND(given, places), tf.max(given, 1)), 'float32');
  if (!wantsGradient) return { loss, correct, gradient: null };
  const hot = tf.scatterND(places, tf.ones([rows]), [rows, classes]);
  return { loss, correct, gradient: tf.sub(tf.div(powers, sums), hot) as tf.Tensor2D };
}
