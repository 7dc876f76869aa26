import * as tf from '@tensorflow/tfjs-core';
import type { CrossEntropy, Gradient, ProjectionGradients } from '../kernels.ts';
import { targetPlaces } from '../target-places.ts';
import { reshape } from './arrays.ts';
import type { Eager, Handle } from './eager.ts';
import { gradientProduct, product } from './products.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';

/** From this many logits on, `Softmax` and a few cheap ops beat `SparseSoftmaxCrossEntropyWithLogits`. */
const LARGE = 1 << 16;

const channels = (eager: Eager) => [eager.T, eager.string('data_format', 'NHWC')];

/** See `Kernels.project`. */
export function project(
  eager: Eager,
  x: tf.Tensor2D,
  weights: TensorFlowVariable,
  bias: TensorFlowVariable,
  tied: boolean,
): tf.Tensor2D {
  const rows = x.shape[0];
  return scoped(eager, (scope) => {
    const logits = product(scope, rows, eager.handle(x), weights.read(), tied);
    const biased = scope.one('BiasAdd', channels(eager), [logits, bias.read()]);
    return scope.tensor<tf.Tensor2D>(biased, [rows, bias.shape[0]]);
  });
}

/** See `Kernels.projectBackward`. The scale goes to the small factors where the matrix of logits is large. */
export function projectBackward(
  eager: Eager,
  x: tf.Tensor2D,
  weights: TensorFlowVariable,
  tied: boolean,
  logitsGradient: tf.Tensor2D,
  scale: number,
): ProjectionGradients {
  const rows = x.shape[0];
  return scoped(eager, (scope) => {
    const times = (handle: Handle, factor: number): Handle =>
      factor === 1 ? handle : scope.one('Mul', [eager.T], [handle, eager.scalar(factor)]);
    const small = rows * logitsGradient.shape[1] < LARGE;
    const scaled = (handle: Handle): Handle => times(handle, small ? 1 : scale);
    const dense = (handle: Handle, shape: readonly number[]): Gradient => ({
      kind: 'dense',
      values: scope.tensor(handle, shape),
    });
    const gradient = times(eager.handle(logitsGradient), small ? scale : 1);
    const bias = scaled(scope.one('BiasAddGrad', channels(eager), [gradient]));
    const dx = scaled(product(scope, rows, gradient, weights.read(), !tied));
    const left = scaled(eager.handle(x));
    const forWeights = tied ? gradientProduct(scope, gradient, left) : gradientProduct(scope, left, gradient);
    return {
      x: scope.tensor<tf.Tensor2D>(dx, x.shape),
      weights: dense(forWeights, weights.shape),
      bias: dense(bias, [logitsGradient.shape[1]]),
    };
  });
}

/** For each row, whether its target has the greatest logit. */
function correctPredictions(scope: Scope, logits: Handle, targets: Handle, rows: number): tf.Tensor {
  const { eager } = scope;
  const hits = scope.one('InTopKV2', [eager.type('T', eager.int)], [logits, targets, eager.index(1)]);
  return scope.tensor(hits, [rows], eager.bool);
}

const reduction = (eager: Eager) => [eager.T, eager.type('Tidx', eager.int), eager.boolean('keep_dims', false)];

/** The greatest value of each row. */
function greatestOfRows(scope: Scope, matrix: Handle): Handle {
  return scope.one('Max', reduction(scope.eager), [matrix, scope.eager.vector([1])]);
}

/** Probabilities minus 1 at each target, written in place: the probabilities' handle becomes the gradient. */
function subtractTargets(scope: Scope, probabilities: Handle, targets: Int32Array, classes: number): void {
  const { eager } = scope;
  const rows = targets.length;
  const column = reshape(scope, probabilities, [rows * classes, 1]);
  const places = scope.own(eager.ints(targets.map((target, row) => row * classes + target)));
  const ones = scope.one(
    'Fill',
    [eager.T, eager.type('index_type', eager.int)],
    [eager.vector([rows, 1]), eager.scalar(1)],
  );
  scope.one('InplaceSub', [eager.T], [column, places, ones]);
}

interface Losses {
  /** one a row */
  readonly losses: Handle;
  /** probabilities minus 1 at each target */
  readonly gradient: Handle;
}

function smallLosses(scope: Scope, logits: Handle, labels: Handle): Losses {
  const { eager } = scope;
  const attributes = [eager.T, eager.type('Tlabels', eager.int)];
  const [losses, gradient] = scope.all('SparseSoftmaxCrossEntropyWithLogits', attributes, [logits, labels], 2);
  return { losses, gradient };
}

/**
 * -log softmax at the target is max - log(max probability) - logit: the greatest probability is 1 over the sum of
 * powers, so nothing under- or overflows.
 */
function largeLosses(scope: Scope, logits: Handle, targets: Int32Array, classes: number): Losses {
  const { eager } = scope;
  const places = scope.own(eager.ints(targetPlaces(targets), [targets.length, 2]));
  const probabilities = scope.one('Softmax', [eager.T], [logits]);
  const logGreatest = scope.one('Log', [eager.T], [greatestOfRows(scope, probabilities)]);
  const logSum = scope.one('Sub', [eager.T], [greatestOfRows(scope, logits), logGreatest]);
  const attributes = [eager.type('Tparams', eager.float), eager.type('Tindices', eager.int)];
  const losses = scope.one('Sub', [eager.T], [logSum, scope.one('GatherNd', attributes, [logits, places])]);
  subtractTargets(scope, probabilities, targets, classes);
  return { losses, gradient: probabilities };
}

/** See `Kernels.softmaxCrossEntropy`. */
export function softmaxCrossEntropy(
  eager: Eager,
  logits: tf.Tensor2D,
  targets: Int32Array,
  wantsGradient: boolean,
): CrossEntropy {
  const [rows, classes] = logits.shape;
  return scoped(eager, (scope) => {
    const given = eager.handle(logits);
    const labels = scope.own(eager.ints(targets.slice()));
    const { losses, gradient } =
      rows * classes < LARGE ? smallLosses(scope, given, labels) : largeLosses(scope, given, targets, classes);
    return {
      loss: scope.tensor(losses, [rows]),
      correct: correctPredictions(scope, given, labels, rows),
      gradient: wantsGradient ? scope.tensor<tf.Tensor2D>(gradient, logits.shape) : null,
    };
  });
}
