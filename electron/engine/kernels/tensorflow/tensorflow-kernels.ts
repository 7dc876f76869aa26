import type { CompiledStep, StepRecipe } from '../compiled-step.ts';
import type { Clipping, VariableSpec } from '../arithmetic.ts';
import type { Kernels } from '../kernels.ts';
import { Eager } from './eager.ts';
import { CompiledSteps } from './graph/compiled-steps.ts';
import type { Shape } from './ops.ts';
import { scoped } from './scope.ts';
import { TensorFlowArithmetic } from './tensorflow-arithmetic.ts';
import type { TensorFlowGradient } from './tensorflow-gradient.ts';
import { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** The arithmetic op by op, as it is asked for: needs tfjs-node's backend. */
export class TensorFlowKernels extends TensorFlowArithmetic<Eager> implements Kernels {
  constructor() {
    super(new Eager());
  }

  createVariable(spec: VariableSpec): TensorFlowVariable {
    return new TensorFlowVariable(this.ops, spec);
  }

  tensor(values: Float32Array, shape: Shape): OpTensor {
    // TensorFlow reads JavaScript's memory in place, so it gets its own
    return this.ops.tensors.create(this.ops.floats(values.slice(), shape), shape);
  }

  read(tensor: OpTensor): Float32Array {
    return this.ops.read(tensor.handle);
  }

  sum(tensor: OpTensor): number {
    return this.read(tensor).reduce((sum, value) => sum + value, 0);
  }

  /** On the CPU the norm is read at once: a gradient that is short enough is not multiplied by 1. */
  override clip(gradients: readonly TensorFlowGradient[], limit: number): Clipping {
    const { ops } = this;
    if (limit === 0 || ops.onGpu) return super.clip(gradients, limit);
    return scoped(ops, (scope) => {
      const measured = this.globalNorm(gradients);
      const norm = this.read(measured)[0];
      measured.dispose();
      const scale = norm > limit ? scope.tensor(scope.own(ops.floats(Float32Array.of(limit / norm), [])), []) : null;
      return { norm, scale };
    });
  }

  compile(recipe: StepRecipe): CompiledStep {
    return new CompiledSteps(this.ops, recipe);
  }

  dispose(): void {
    this.ops.dispose();
  }
}
