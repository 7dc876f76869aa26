import * as tf from '@tensorflow/tfjs-core';
import type { Gradient, Updater } from '../kernels.ts';
import { ADAM, RMSPROP, updated, type OptimizerRule } from '../optimizer-rule.ts';
import type { Eager, Handle } from './eager.ts';
import { gather } from './embedding.ts';
import { scoped, type Scope } from './scope.ts';
import { TensorFlowVariable } from './tensorflow-variable.ts';

/** Optimisers by TensorFlow's fused ops, one per variable; rows are gathered, moved by the plain rule and put back. */
export class TensorFlowUpdater implements Updater {
  private readonly eager: Eager;
  /** RMSProp's op wants a momentum even when it is 0: variables of one shape share one, whose content never matters. */
  private readonly unusedMomentum = new Map<string, TensorFlowVariable>();

  constructor(eager: Eager) {
    this.eager = eager;
  }

  apply(
    rule: OptimizerRule,
    variable: TensorFlowVariable,
    slots: readonly TensorFlowVariable[],
    gradient: Gradient,
    scale: tf.Scalar | null,
  ): void {
    for (const each of [variable, ...slots]) each.letGo();
    if (gradient.kind === 'rows') {
      this.moveRows(rule, variable, slots, gradient, scale);
      return;
    }
    scoped(this.eager, (scope) => {
      const pull = this.eager.handle(gradient.values);
      const factor = scale && this.eager.handle(scale);
      if (rule.kind === 'sgd') this.sgd(scope, rule, variable, slots, pull, factor);
      else {
        const scaled = factor ? scope.one('Mul', [this.eager.T], [pull, factor]) : pull;
        if (rule.kind === 'rmsprop') this.rmsprop(rule, variable, slots, scaled);
        else this.adam(scope, rule, variable, slots, scaled);
      }
    });
  }

  dispose(): void {
    this.unusedMomentum.forEach((variable) => variable.dispose());
    this.unusedMomentum.clear();
  }

  private rmsprop(
    rule: OptimizerRule & { kind: 'rmsprop' },
    variable: TensorFlowVariable,
    [meanSquare, momentum]: readonly TensorFlowVariable[],
    gradient: Handle,
  ): void {
    const { eager } = this;
    const numbers = [rule.learningRate, RMSPROP.decay, rule.momentum, RMSPROP.epsilon].map((n) => eager.scalar(n));
    const resources = [variable, meanSquare, momentum ?? this.spare(variable)].map(({ resource }) => resource);
    this.fused('ResourceApplyRMSProp', [], [...resources, ...numbers, gradient]);
  }

  private adam(
    scope: Scope,
    rule: OptimizerRule & { kind: 'adam' },
    variable: TensorFlowVariable,
    slots: readonly TensorFlowVariable[],
    gradient: Handle,
  ): void {
    const { eager } = this;
    if (rule.shrink > 0) this.shrink(scope, variable, rule.shrink);
    const resources = [variable, ...slots].map(({ resource }) => resource);
    const powers = [ADAM.beta1 ** rule.step, ADAM.beta2 ** rule.step];
    const numbers = [...powers, rule.learningRate, ADAM.beta1, ADAM.beta2, ADAM.epsilon].map((n) => eager.scalar(n));
    this.fused('ResourceApplyAdam', [eager.boolean('use_nesterov', false)], [...resources, ...numbers, gradient]);
  }

  private sgd(
    scope: Scope,
    rule: OptimizerRule & { kind: 'sgd' },
    variable: TensorFlowVariable,
    slots: readonly TensorFlowVariable[],
    gradient: Handle,
    factor: Handle | null,
  ): void {
    const { eager } = this;
    const rate = eager.scalar(rule.learningRate);
    const product = (a: Handle, b: Handle): Handle => scope.one('Mul', [eager.T], [a, b]);
    if (rule.momentum === 0) {
      if (rule.decay > 0) this.shrink(scope, variable, rule.learningRate * rule.decay);
      const alpha = factor ? product(rate, factor) : rate;
      this.fused('ResourceApplyGradientDescent', [], [variable.resource, alpha, gradient]);
      return;
    }
    let pull = factor ? product(gradient, factor) : gradient;
    if (rule.decay > 0) {
      const decay = product(variable.read(), eager.scalar(rule.decay));
      variable.letGo();
      pull = scope.one('AddV2', [eager.T], [pull, decay]);
    }
    const inputs = [variable.resource, slots[0].resource, rate, pull, eager.scalar(rule.momentum)];
    this.fused('ResourceApplyMomentum', [eager.boolean('use_nesterov', false)], inputs);
  }

  /** variable -= variable * share */
  private shrink(scope: Scope, variable: TensorFlowVariable, share: number): void {
    const { eager } = this;
    const loss = scope.one('Mul', [eager.T], [variable.read(), eager.scalar(share)]);
    variable.letGo();
    eager.run('AssignSubVariableOp', [eager.type('dtype', eager.float)], [variable.resource, loss], 0);
  }

  private fused(name: string, attributes: Parameters<Eager['run']>[1], inputs: readonly Handle[]): void {
    const { eager } = this;
    eager.run(name, [eager.T, eager.boolean('use_locking', false), ...attributes], inputs, 0);
  }

  private spare(variable: TensorFlowVariable): TensorFlowVariable {
    const key = variable.shape.join();
    let spare = this.unusedMomentum.get(key);
    if (!spare) {
      spare = new TensorFlowVariable(this.eager, { shape: variable.shape, gates: false, values: 0 });
      this.unusedMomentum.set(key, spare);
    }
    return spare;
  }

  private moveRows(
    rule: OptimizerRule,
    variable: TensorFlowVariable,
    slots: readonly TensorFlowVariable[],
    gradient: Gradient & { kind: 'rows' },
    scale: tf.Scalar | null,
  ): void {
    const { eager } = this;
    const rows = eager.handle(gradient.rows);
    const all = [variable, ...slots];
    const dtype = eager.type('dtype', eager.float);
    const moved = tf.tidy(() => {
      const gathered = all.map((each) =>
        scoped(eager, (scope) => scope.tensor<tf.Tensor>(gather(scope, each, rows), gradient.values.shape)),
      );
      const pull = scale ? tf.mul(gradient.values, scale) : gradient.values;
      const { value, slots: next } = updated(rule, gathered[0], gathered.slice(1), pull);
      return [value, ...next];
    });
    all.forEach((each, k) => {
      each.letGo();
      each.byRows = true;
      const inputs = [each.resource, rows, eager.handle(moved[k])];
      eager.run('ResourceScatterUpdate', [dtype, eager.type('Tindices', eager.int)], inputs, 0);
    });
    tf.dispose(moved);
  }
}
