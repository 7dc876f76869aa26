import type { Updater } from '../arithmetic.ts';
import { adamLearningRate, type OptimizerRule } from '../optimizer-rule.ts';
import type { Factor } from './factor.ts';
import type { Argument, Machine } from './machine.ts';
import { inRows, isMuch, productArguments } from './products.ts';
import { ProductGradient, RowsGradient, type WasmGradient } from './wasm-gradient.ts';
import type { WasmVariable } from './wasm-variable.ts';

/** Rules as assembly/updates.ts numbers them. */
const DESCENT = 0;
const MOMENTUM = 1;
const RMSPROP = 2;
const RMSPROP_MOMENTUM = 3;
const ADAM = 4;

/** Arguments 20 to 23: the rule, its rate, its momentum, and its decay. */
function ruleArguments(rule: OptimizerRule): [number, number, number, number] {
  if (rule.kind === 'adam') return [ADAM, adamLearningRate(rule.learningRate, rule.step), 0, 1 - rule.shrink];
  const { kind, learningRate, momentum } = rule;
  if (kind === 'rmsprop') return [momentum === 0 ? RMSPROP : RMSPROP_MOMENTUM, learningRate, momentum, 0];
  return [momentum === 0 ? DESCENT : MOMENTUM, learningRate, momentum, rule.decay];
}

/** Numbers of a variable from which on all threads move it. */
const MUCH = 2 ** 15;

/** Moves variables in one pass over them, their slots and their gradients. */
export class WasmUpdater implements Updater {
  private readonly machine: Machine;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  apply(
    rule: OptimizerRule,
    variable: WasmVariable,
    slots: readonly WasmVariable[],
    gradient: WasmGradient,
    scale: Factor | null,
  ): void {
    const { machine } = this;
    const [kind, rate, momentum, decay] = ruleArguments(rule);
    const values: Argument[] = [kind, [rate], [momentum], [decay], [scale?.value ?? 1], variable.at];
    values.push(slots[0]?.at ?? 0, slots[1]?.at ?? 0);
    const filled = (first: readonly Argument[]): Argument[] => [...first, ...new Array(20 - first.length).fill(0)];
    const { stride, panelStride, panels } = variable;
    if (gradient instanceof RowsGradient) {
      const { storage, names, count } = gradient;
      const first = [storage.at, gradient.stride, names.at, count, stride, panelStride, panels];
      machine.run('updateRows', count * panels * 8 > MUCH, ...filled(first), ...values);
      return;
    }
    const whole = gradient instanceof ProductGradient ? gradient.whole : gradient;
    if (whole) {
      machine.run('updateAll', whole.size > MUCH, ...filled([whole.storage.at, whole.size]), ...values);
      return;
    }
    const { leftSide, right } = gradient as ProductGradient;
    const product = productArguments(machine, leftSide, inRows(right.at, right.stride), panels);
    const first = [...product, 0, stride, panelStride];
    machine.run('updateByProduct', isMuch(leftSide, panels) || variable.size > MUCH, ...filled(first), ...values);
  }

  dispose(): void {
    // holds nothing of its own
  }
}
