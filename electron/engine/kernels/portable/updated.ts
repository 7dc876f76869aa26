import * as tf from '@tensorflow/tfjs-core';
import { ADAM, adamLearningRate, RMSPROP, type OptimizerRule } from '../optimizer-rule.ts';

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
