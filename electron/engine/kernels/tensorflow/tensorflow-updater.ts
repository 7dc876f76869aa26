import type { Updater } from '../arithmetic.ts';
import { ADAM, RMSPROP, type OptimizerRule } from '../optimizer-rule.ts';
import { changingNumbers } from './changing-numbers.ts';
import { gather } from './embedding.ts';
import { movedRows } from './moved-rows.ts';
import { TYPE, type Attribute, type Changing, type Handle, type Ops } from './ops.ts';
import { scoped, type Scope } from './scope.ts';
import type { TensorFlowGradient } from './tensorflow-gradient.ts';
import type { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** One variable with what moves it. */
interface Move<R extends OptimizerRule = OptimizerRule> {
  readonly rule: R;
  readonly variable: TensorFlowVariable;
  readonly slots: readonly TensorFlowVariable[];
}

/** Optimisers by TensorFlow's fused ops, one per variable; rows are gathered, moved by the plain rule and put back. */
export class TensorFlowUpdater implements Updater {
  private readonly ops: Ops;

  constructor(ops: Ops) {
    this.ops = ops;
  }

  apply(
    rule: OptimizerRule,
    variable: TensorFlowVariable,
    slots: readonly TensorFlowVariable[],
    gradient: TensorFlowGradient,
    scale: OpTensor | null,
  ): void {
    for (const each of [variable, ...slots]) this.ops.letGo(each);
    scoped(this.ops, (scope) => {
      const pull = gradient.values.handle;
      const factor = scale?.handle;
      if (gradient.kind === 'rows') this.moveRows(scope, { rule, variable, slots }, gradient.rows.handle, pull, factor);
      else if (rule.kind === 'sgd') this.sgd(scope, { rule, variable, slots }, pull, factor);
      else {
        const scaled = factor === undefined ? pull : this.product(scope, pull, factor);
        if (rule.kind === 'rmsprop') this.rmsprop({ rule, variable, slots }, scaled);
        else this.adam(scope, { rule, variable, slots }, scaled);
      }
    });
  }

  dispose(): void {
    this.ops.disposeScratches();
  }

  /** RMSProp's op wants a momentum even when it is 0. */
  private rmsprop(
    { rule, variable, slots: [meanSquare, momentum] }: Move<OptimizerRule & { kind: 'rmsprop' }>,
    pull: Handle,
  ): void {
    const { ops } = this;
    const resources = [variable, meanSquare].map((each) => ops.resource(each));
    const third = momentum ? ops.resource(momentum) : ops.scratch(variable.shape);
    const numbers = [RMSPROP.decay, rule.momentum, RMSPROP.epsilon].map((n) => ops.scalar(n));
    this.fused(
      'ResourceApplyRMSProp',
      [],
      [...resources, third, this.changing(rule, 'learningRate'), ...numbers, pull],
    );
  }

  private adam(scope: Scope, { rule, variable, slots }: Move<OptimizerRule & { kind: 'adam' }>, pull: Handle): void {
    const { ops } = this;
    if (rule.shrink > 0) this.shrink(scope, rule, variable);
    const resources = [variable, ...slots].map((each) => ops.resource(each));
    const powers = (['firstPower', 'secondPower', 'learningRate'] as const).map((name) => this.changing(rule, name));
    const numbers = [ADAM.beta1, ADAM.beta2, ADAM.epsilon].map((n) => ops.scalar(n));
    this.fused('ResourceApplyAdam', [ops.boolean('use_nesterov', false)], [...resources, ...powers, ...numbers, pull]);
  }

  private sgd(
    scope: Scope,
    { rule, variable, slots }: Move<OptimizerRule & { kind: 'sgd' }>,
    gradient: Handle,
    factor: Handle | undefined,
  ): void {
    const { ops } = this;
    const rate = this.changing(rule, 'learningRate');
    if (rule.momentum === 0) {
      if (rule.decay > 0) this.shrink(scope, rule, variable);
      const alpha = factor === undefined ? rate : this.product(scope, rate, factor);
      this.fused('ResourceApplyGradientDescent', [], [ops.resource(variable), alpha, gradient]);
      return;
    }
    let pull = factor === undefined ? gradient : this.product(scope, gradient, factor);
    if (rule.decay > 0) {
      const decay = this.product(scope, ops.values(variable), ops.scalar(rule.decay));
      ops.letGo(variable);
      pull = scope.one('AddV2', [ops.T], [pull, decay]);
    }
    const inputs = [ops.resource(variable), ops.resource(slots[0]), rate, pull, ops.scalar(rule.momentum)];
    this.fused('ResourceApplyMomentum', [ops.boolean('use_nesterov', false)], inputs);
  }

  /** variable -= variable * shrink */
  private shrink(scope: Scope, rule: OptimizerRule, variable: TensorFlowVariable): void {
    const { ops } = this;
    const loss = this.product(scope, ops.values(variable), this.changing(rule, 'shrink'));
    ops.letGo(variable);
    ops.run('AssignSubVariableOp', [ops.type('dtype', TYPE.float)], [ops.resource(variable), loss], 0);
  }

  private moveRows(
    scope: Scope,
    { rule, variable, slots }: Move,
    rows: Handle,
    gradient: Handle,
    factor: Handle | undefined,
  ): void {
    const { ops } = this;
    const all = [variable, ...slots];
    const gathered = all.map((each) => gather(scope, each, rows));
    const pull = factor === undefined ? gradient : this.product(scope, gradient, factor);
    const attributes = [ops.type('dtype', TYPE.float), ops.type('Tindices', TYPE.int)];
    movedRows(scope, rule, gathered, pull).forEach((moved, k) => {
      ops.letGo(all[k]);
      ops.run('ResourceScatterUpdate', attributes, [ops.resource(all[k]), rows, moved], 0);
    });
  }

  private changing(rule: OptimizerRule, name: Changing): Handle {
    return this.ops.changing(name, changingNumbers(rule)[name]);
  }

  private product(scope: Scope, a: Handle, b: Handle): Handle {
    return scope.one('Mul', [this.ops.T], [a, b]);
  }

  private fused(name: string, attributes: readonly Attribute[], inputs: readonly Handle[]): void {
    const { ops } = this;
    ops.run(name, [ops.T, ops.boolean('use_locking', false), ...attributes], inputs, 0);
  }
}
