import * as tf from '@tensorflow/tfjs-core';
import type { OptimizerRule } from '../optimizer-rule.ts';
import type { PortableGradient } from './portable-gradient.ts';
import type { PortableVariable } from './portable-variable.ts';
import { updated } from './updated.ts';

/** See `Updater.apply`. */
export function applyUpdate(
  rule: OptimizerRule,
  variable: PortableVariable,
  slots: readonly PortableVariable[],
  gradient: PortableGradient,
  scale: tf.Scalar | null,
): void {
  const all = [variable, ...slots];
  const next = tf.tidy(() => {
    const pull = scale ? tf.mul(gradient.values, scale) : gradient.values;
    if (gradient.kind === 'dense') {
      const whole = updated(
        rule,
        variable.tensor,
        slots.map((slot) => slot.tensor),
        pull,
      );
      return [whole.value, ...whole.slots];
    }
    const { rows } = gradient;
    const [value, ...old] = all.map(({ tensor }) => tf.gather(tensor, rows));
    const moved = updated(rule, value, old, pull);
    const places = tf.expandDims(rows, 1);
    return [moved.value, ...moved.slots].map((values, k) =>
      tf.tensorScatterUpdate(all[k].tensor, places, values as tf.Tensor),
    );
  });
  all.forEach((each, k) => each.set(next[k]));
}
