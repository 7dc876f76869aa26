import { ADAM, RMSPROP, type OptimizerRule } from '../optimizer-rule.ts';
import { changingNumbers } from './changing-numbers.ts';
import type { Changing, Handle } from './ops.ts';
import type { Scope } from './scope.ts';

/**
 * `updated` of the portable make in raw ops, for rows that were gathered: their new values and those of their slots.
 * @param pull gradient, clipped
 */
export function movedRows(
  scope: Scope,
  rule: OptimizerRule,
  [value, ...slots]: readonly Handle[],
  pull: Handle,
): Handle[] {
  const { ops } = scope;
  const numbers = changingNumbers(rule);
  const changing = (name: Changing): Handle => ops.changing(name, numbers[name]);
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [ops.T], inputs);
  const times = (a: Handle, b: number): Handle => one('Mul', a, ops.scalar(b));
  const average = (old: Handle, fresh: Handle, decay: number): Handle =>
    one('AddV2', times(old, decay), times(fresh, 1 - decay));
  if (rule.kind === 'rmsprop') {
    const square = average(slots[0], one('Square', pull), RMSPROP.decay);
    const root = one('Rsqrt', one('AddV2', square, ops.scalar(RMSPROP.epsilon)));
    const move = one('Mul', pull, one('Mul', root, changing('learningRate')));
    if (rule.momentum === 0) return [one('Sub', value, move), square];
    const momentum = one('AddV2', times(slots[1], rule.momentum), move);
    return [one('Sub', value, momentum), square, momentum];
  }
  if (rule.kind === 'adam') {
    const m = average(slots[0], pull, ADAM.beta1);
    const v = average(slots[1], one('Square', pull), ADAM.beta2);
    const spread = one('AddV2', one('Sqrt', v), ops.scalar(ADAM.epsilon));
    const move = one('RealDiv', one('Mul', m, changing('correctedRate')), spread);
    const shrunk = rule.shrink === 0 ? value : one('Sub', value, one('Mul', value, changing('shrink')));
    return [one('Sub', shrunk, move), m, v];
  }
  const whole = rule.decay === 0 ? pull : one('AddV2', pull, times(value, rule.decay));
  const direction = rule.momentum === 0 ? whole : one('AddV2', times(slots[0], rule.momentum), whole);
  const moved = one('Sub', value, one('Mul', direction, changing('learningRate')));
  return rule.momentum === 0 ? [moved] : [moved, direction];
}
