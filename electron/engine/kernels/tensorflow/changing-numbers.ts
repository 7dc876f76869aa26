import { ADAM, adamLearningRate, type OptimizerRule } from '../optimizer-rule.ts';
import type { Changing } from './ops.ts';

/** What of a rule is another number at every step. */
export function changingNumbers(rule: OptimizerRule): Record<Changing, number> {
  const { learningRate } = rule;
  const none = { learningRate, firstPower: 0, secondPower: 0, correctedRate: 0, shrink: 0 };
  if (rule.kind === 'rmsprop') return none;
  if (rule.kind === 'sgd') return { ...none, shrink: learningRate * rule.decay };
  return {
    learningRate,
    firstPower: ADAM.beta1 ** rule.step,
    secondPower: ADAM.beta2 ** rule.step,
    correctedRate: adamLearningRate(learningRate, rule.step),
    shrink: rule.shrink,
  };
}
