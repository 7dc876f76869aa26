import type { CrossEntropy, ProjectionGradients } from '../arithmetic.ts';
import { reshape } from './arrays.ts';
import { TYPE, type Handle, type Ops, type Shape } from './ops.ts';
import type { TensorFlowTargets } from './ids.ts';
import { gradientProduct, product } from './products.ts';
import { scoped, type Scope } from './scope.ts';
import { denseGradient } from './tensorflow-gradient.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** From this many logits on, `Softmax` and a few cheap ops beat `SparseSoftmaxCrossEntropyWithLogits`. */
const LARGE = 1 << 16;

const channels = (ops: Ops) => [ops.T, ops.string('data_format', 'NHWC')];

/** See `Arithmetic.project`. */
export function project(
  ops: Ops,
  x: OpTensor,
  weights: TensorFlowVariable,
  bias: TensorFlowVariable,
  tied: boolean,
): OpTensor {
  return scoped(ops, (scope) => {
    const logits = projection(scope, x, ops.values(weights), ops.values(bias), tied);
    return scope.tensor(logits, [x.shape[0], bias.shape[0]]);
  });
}

/** x · weights + bias, by handle. */
export function projection(scope: Scope, x: OpTensor, weights: Handle, bias: Handle, tied: boolean): Handle {
  return scope.one('BiasAdd', channels(scope.ops), [product(scope, x.shape[0], x.handle, weights, tied), bias]);
}

/** Gradients of a projection by those weights, by handle. The scale goes to the small factors where the matrix of logits is large. */
export function projectionGradients(
  scope: Scope,
  x: OpTensor,
  weights: Handle,
  tied: boolean,
  logitsGradient: OpTensor,
  scale: number,
): Record<'x' | 'weights' | 'bias', Handle> {
  const { ops } = scope;
  const rows = x.shape[0];
  const times = (handle: Handle, factor: number): Handle =>
    factor === 1 ? handle : scope.one('Mul', [ops.T], [handle, ops.scalar(factor)]);
  const small = rows * logitsGradient.shape[1] < LARGE;
  const scaled = (handle: Handle): Handle => times(handle, small ? 1 : scale);
  const gradient = times(logitsGradient.handle, small ? scale : 1);
  const bias = scaled(scope.one('BiasAddGrad', channels(ops), [gradient]));
  const dx = scaled(product(scope, rows, gradient, weights, !tied));
  const left = scaled(x.handle);
  const forWeights = tied ? gradientProduct(scope, gradient, left) : gradientProduct(scope, left, gradient);
  return { x: dx, weights: forWeights, bias };
}

/** See `Arithmetic.projectBackward`. */
export function projectBackward(
  ops: Ops,
  x: OpTensor,
  weights: TensorFlowVariable,
  tied: boolean,
  logitsGradient: OpTensor,
  scale: number,
): ProjectionGradients {
  return scoped(ops, (scope) => {
    const gradients = projectionGradients(scope, x, ops.values(weights), tied, logitsGradient, scale);
    return {
      x: scope.tensor(gradients.x, x.shape),
      weights: denseGradient(scope.tensor(gradients.weights, weights.shape)),
      bias: denseGradient(scope.tensor(gradients.bias, [logitsGradient.shape[1]])),
    };
  });
}

const reduction = (ops: Ops) => [ops.T, ops.type('Tidx', TYPE.int), ops.boolean('keep_dims', false)];

/** The greatest value of each row. */
function greatestOfRows(scope: Scope, matrix: Handle): Handle {
  return scope.one('Max', reduction(scope.ops), [matrix, scope.ops.vector([1])]);
}

/** 0, step, 2 * step, …: int32 [count]. */
function range(scope: Scope, count: number, step: number): Handle {
  const { ops } = scope;
  const bounds = [ops.index(0), ops.index(count * step), ops.index(step)];
  return scope.one('Range', [ops.type('Tidx', TYPE.int)], bounds);
}

/**
 * Probabilities minus 1 at each target, written in place: of no use to another op any more but `after`, whose readings of
 * them must be done.
 */
function subtractTargets(
  scope: Scope,
  probabilities: Handle,
  targets: Handle,
  [rows, classes]: Shape,
  after: Handle,
): Handle {
  const { ops } = scope;
  const column = reshape(scope, ops.after(probabilities, after), [rows * classes, 1]);
  const places = scope.one('AddV2', [ops.type('T', TYPE.int)], [targets, range(scope, rows, classes)]);
  const attributes = [ops.T, ops.type('index_type', TYPE.int)];
  const ones = scope.one('Fill', attributes, [ops.vector([rows, 1]), ops.scalar(1)]);
  const written = scope.one('InplaceSub', [ops.T], [column, places, ones]);
  return reshape(scope, written, [rows, classes]);
}

interface Losses {
  /** one a row */
  readonly losses: Handle;
  /** whether its target has the greatest logit, boolean, one a row */
  readonly correct: Handle;
  /** probabilities minus 1 at each target */
  readonly gradient: Handle | null;
}

function smallLosses(scope: Scope, logits: Handle, given: Handle, labels: Handle): Losses {
  const { ops } = scope;
  const attributes = [ops.T, ops.type('Tlabels', TYPE.int)];
  const [losses, gradient] = scope.all('SparseSoftmaxCrossEntropyWithLogits', attributes, [logits, labels], 2);
  const correct = scope.one('InTopKV2', [ops.type('T', TYPE.int)], [given, labels, ops.index(1)]);
  return { losses, correct, gradient };
}

/** The logarithm of each row's sum of powers, without their matrix being kept. */
function logSums(scope: Scope, logits: Handle, greatest: Handle, rows: number): Handle {
  const { ops } = scope;
  const shifted = scope.one('Sub', [ops.T], [logits, reshape(scope, greatest, [rows, 1])]);
  const powers = scope.one('Exp', [ops.T], [shifted]);
  const sums = scope.one('Sum', reduction(ops), [powers, ops.vector([1])]);
  return scope.one('AddV2', [ops.T], [greatest, scope.one('Log', [ops.T], [sums])]);
}

/**
 * -log softmax at the target is the logarithm of the sum of powers minus its logit. Where the probabilities are wanted, too,
 * that logarithm is max - log(max probability): the greatest probability is 1 over the sum of powers, so nothing under- or
 * overflows. `InTopKV2` would go through all logits once more, on one thread.
 * @param given the logits before they were corrected, by which a target is the greatest or not
 */
function largeLosses(
  scope: Scope,
  logits: Handle,
  given: Handle,
  labels: Handle,
  shape: Shape,
  wantsGradient: boolean,
): Losses {
  const { ops } = scope;
  const pairs = [ops.integer('N', 2), ops.type('T', TYPE.int), ops.integer('axis', 1)];
  const places = scope.one('Pack', pairs, [range(scope, shape[0], 1), labels]);
  const greatest = greatestOfRows(scope, logits);
  const attributes = [ops.type('Tparams', TYPE.float), ops.type('Tindices', TYPE.int)];
  const valuesAt = (matrix: Handle): Handle => scope.one('GatherNd', attributes, [matrix, places]);
  const atTargets = valuesAt(logits);
  const isCorrected = given !== logits;
  const correct = scope.one(
    'GreaterEqual',
    [ops.T],
    isCorrected ? [valuesAt(given), greatestOfRows(scope, given)] : [atTargets, greatest],
  );
  const losses = (logSum: Handle): Handle => scope.one('Sub', [ops.T], [logSum, atTargets]);
  if (!wantsGradient) return { losses: losses(logSums(scope, logits, greatest, shape[0])), correct, gradient: null };
  const probabilities = scope.one('Softmax', [ops.T], [logits]);
  const mostProbable = greatestOfRows(scope, probabilities);
  const logSum = scope.one('Sub', [ops.T], [greatest, scope.one('Log', [ops.T], [mostProbable])]);
  const gradient = subtractTargets(scope, probabilities, labels, shape, mostProbable);
  return { losses: losses(logSum), correct, gradient };
}

/** See `Arithmetic.softmaxCrossEntropy`. */
export function softmaxCrossEntropy(
  ops: Ops,
  logits: OpTensor,
  targets: TensorFlowTargets,
  wantsGradient: boolean,
  corrections: OpTensor | null,
): CrossEntropy {
  const [rows, classes] = logits.shape;
  return scoped(ops, (scope) => {
    const given = logits.handle;
    const labels = targets.tensor.handle;
    const compared = corrections ? scope.one('AddV2', [ops.T], [given, corrections.handle]) : given;
    const { losses, correct, gradient } =
      rows * classes < LARGE
        ? smallLosses(scope, compared, given, labels)
        : largeLosses(scope, compared, given, labels, logits.shape, wantsGradient);
    return {
      loss: scope.tensor(losses, [rows]),
      correct: scope.tensor(correct, [rows]),
      gradient: wantsGradient ? scope.tensor(gradient!, logits.shape) : null,
    };
  });
}
