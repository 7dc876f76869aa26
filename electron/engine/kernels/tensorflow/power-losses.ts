import { TYPE, type Handle } from './ops.ts';
import type { Scope } from './scope.ts';

/** How far logits are moved down before they are squashed. */
const SHIFT = 45;
/**
 * Between these, the sigmoid of x is e^x to the last bit of float32: above, 1 + e^x is no longer 1; below, powers become
 * denormal. The greatest of a row has to leave room for the least that counts beside it. Logits are rounded where they are
 * moved to, which leaves a loss within 4e-6.
 */
const [LEAST, LEAST_GREATEST, MOST] = [-86, -70, -17].map(Math.exp);

/** What is projected, by handle; weights [units, classes], or tied [classes, units]. */
export interface Projected {
  readonly hidden: Handle;
  readonly weights: Handle;
  readonly bias: Handle;
  readonly tied: boolean;
}

export interface PowerLosses {
  /** -log softmax at the target, [rows] */
  readonly losses: Handle;
  /** whether the target has the greatest logit, boolean [rows] */
  readonly correct: Handle;
  /** the least and greatest of the rows' greatest powers, and the least power of a target: float [3] */
  readonly extremes: Handle;
}

const reduce = (scope: Scope, name: string, values: Handle, axis: number): Handle => {
  const { ops } = scope;
  const attributes = [ops.T, ops.type('Tidx', TYPE.int), ops.boolean('keep_dims', false)];
  return scope.one(name, attributes, [values, ops.vector([axis])]);
};

/** [rows, 2]: where each row's target stands. */
function places(scope: Scope, targets: Handle): Handle {
  const { ops } = scope;
  const ints = ops.type('T', TYPE.int);
  const count = scope.one('Size', [ints, ops.type('out_type', TYPE.int)], [targets]);
  const rows = scope.one('Range', [ops.type('Tidx', TYPE.int)], [ops.index(0), count, ops.index(1)]);
  return scope.one('Pack', [ops.integer('N', 2), ints, ops.integer('axis', 1)], [rows, targets]);
}

/** Logits as powers of e: written so, TensorFlow's graphs make product, bias and powers in one op, which leaves no logits behind. */
function powersOf(scope: Scope, { hidden, weights, bias, tied }: Projected): Handle {
  const { ops } = scope;
  const product = [ops.T, ops.boolean('transpose_a', false), ops.boolean('transpose_b', tied)];
  const logits = scope.one('MatMul', product, [hidden, weights]);
  const lowered = scope.one('Sub', [ops.T], [bias, ops.scalar(SHIFT)]);
  const shifted = scope.one('BiasAdd', [ops.T, ops.string('data_format', 'NHWC')], [logits, lowered]);
  return scope.one('Sigmoid', [ops.T], [shifted]);
}

/** Losses without a gradient, good where `isExact` says so; two readings of one matrix are all there is beside the product. */
export function powerLosses(scope: Scope, projected: Projected, targets: Handle): PowerLosses {
  const { ops } = scope;
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [ops.T], inputs);
  const powers = powersOf(scope, projected);
  const types = [ops.type('Tparams', TYPE.float), ops.type('Tindices', TYPE.int)];
  const ofTargets = scope.one('GatherNd', types, [powers, places(scope, targets)]);
  const greatest = reduce(scope, 'Max', powers, 1);
  const losses = one('Log', one('RealDiv', reduce(scope, 'Sum', powers, 1), ofTargets));
  const all = [
    reduce(scope, 'Min', greatest, 0),
    reduce(scope, 'Max', greatest, 0),
    reduce(scope, 'Min', ofTargets, 0),
  ];
  const extremes = scope.one('Pack', [ops.integer('N', 3), ops.T, ops.integer('axis', 0)], all);
  const correct = one('GreaterEqual', ofTargets, greatest);
  [losses, correct, extremes].forEach((handle) => scope.take(handle));
  return { losses, correct, extremes };
}

/** Whether no power left the range in which it is exact. */
export const isExact = ([leastGreatest, greatest, leastTarget]: Float32Array): boolean =>
  leastGreatest > LEAST_GREATEST && greatest < MOST && leastTarget > LEAST;
