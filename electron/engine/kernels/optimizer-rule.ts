import * as tf from '@tensorflow/tfjs-core';

/** TF1's RMSProp: the mean square starts at 1 and epsilon stands inside the root. */
export const RMSPROP = { decay: 0.9, epsilon: 1e-10 } as const;
/** Kingma and Ba 2015; epsilon stands outside the root, before bias correction (their "epsilon hat"). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** How one step moves one variable; all numbers of the step are in it. */
export type OptimizerRule =
  | { readonly kind: 'rmsprop'; readonly learningRate: number; readonly momentum: number }
  /** `shrink` is learning rate times decoupled weight decay (AdamW); 0 for Adam */
  | { readonly kind: 'adam'; readonly learningRate: number; readonly step: number; readonly shrink: number }
  | {
      readonly kind: 'sgd';
      readonly learningRate: number;
      readonly momentum: number;
      /** L2 penalty's factor, added to the gradient */
      readonly decay: number;
    };

/** Slots a rule keeps beside each variable, with the number each starts from. */
export function slotNames(kind: OptimizerRule['kind'], momentum: number): { name: string; start: number }[] {
  if (kind === 'rmsprop')
    return [{ name: 'mean_square', start: 1 }, ...(momentum > 0 ? [{ name: 'momentum', start: 0 }] : [])];
  if (kind === 'adam')
    return [
      { name: 'm', start: 0 },
      { name: 'v', start: 0 },
    ];
  return momentum > 0 ? [{ name: 'momentum', start: 0 }] : [];
}

/** Adam's learning rate with both bias corrections in it. */
export function adamLearningRate(learningRate: number, step: number): number {
  return (learningRate * Math.sqrt(1 - ADAM.beta2 ** step)) / (1 - ADAM.beta1 ** step);
}

/**
 * The meaning of every optimiser, in plain ops: new values of a variable (or of some rows of it) and of its slots, in
 * the order of `slotNames`. The caller tidies.
 */
export function updated(
  rule: OptimizerRule,
  value: tf.Tensor,
  slots: readonly tf.Tensor[],
  gradient: tf.Tensor,
): { value: tf.Tensor; slots: tf.Tensor[] } {
  if (rule.kind === 'rmsprop') {
    const square = tf.add(tf.mul(slots[0], RMSPROP.decay), tf.mul(tf.square(gradient), 1 - RMSPROP.decay));
    const move = tf.mul(gradient, tf.mul(tf.rsqrt(tf.add(square, RMSPROP.epsilon)), rule.learningRate));
    if (rule.momentum === 0) return { value: tf.sub(value, move), slots: [square] };
    const momentum = tf.add(tf.mul(slots[1], rule.momentum), move);
    return { value: tf.sub(value, momentum), slots: [square, momentum] };
  }
  if (rule.kind === 'adam') {
    const m = tf.add(tf.mul(slots[0], ADAM.beta1), tf.mul(gradient, 1 - ADAM.beta1));
    const v = tf.add(tf.mul(slots[1], ADAM.beta2), tf.mul(tf.square(gradient), 1 - ADAM.beta2));
    const rate = adamLearningRate(rule.learningRate, rule.step);
    const move = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), ADAM.epsilon));
    const shrunk = rule.shrink === 0 ? value : tf.mul(value, 1 - rule.shrink);
    return { value: tf.sub(shrunk, move), slots: [m, v] };
  }
  const pull = rule.decay === 0 ? gradient : tf.add(gradient, tf.mul(value, rule.decay));
  if (rule.momentum === 0) return { value: tf.sub(value, tf.mul(pull, rule.learningRate)), slots: [] };
  const momentum = tf.add(tf.mul(slots[0], rule.momentum), pull);
  return { value: tf.sub(value, tf.mul(momentum, rule.learningRate)), slots: [momentum] };
}
