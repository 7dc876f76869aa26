import type { CompiledStep, StepRecipe } from '../compiled-step.ts';
import type { Clipping, Losses, VariableSpec } from '../arithmetic.ts';
import type { Kernels } from '../kernels.ts';
import { Eager } from './eager.ts';
import { CompiledSteps } from './graph/compiled-steps.ts';
import { LossGraph } from './graph/loss-graph.ts';
import type { TensorFlowTargets } from './ids.ts';
import type { Shape } from './ops.ts';
import { fastProducts } from './products.ts';
import { scoped } from './scope.ts';
import { TensorFlowArithmetic } from './tensorflow-arithmetic.ts';
import type { TensorFlowGradient } from './tensorflow-gradient.ts';
import { TensorFlowVariable } from './tensorflow-variable.ts';
import type { OpTensor } from './tensors.ts';

/** From this many logits on one call for all of them is worth making it. */
const MANY_LOGITS = 2 ** 18;
/** Of fewer rows the graph's product is not made: see `products.ts`. */
const MANY_ROWS = 128;

/** The arithmetic op by op, as it is asked for: needs tfjs-node's backend. */
export class TensorFlowKernels extends TensorFlowArithmetic<Eager> implements Kernels {
  private lossGraph: LossGraph | undefined;
  private takesNoLossGraph = false;

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

  /** On a card the weights, which are fed, would come from there every time. */
  losses(
    x: OpTensor,
    weights: TensorFlowVariable,
    bias: TensorFlowVariable,
    tied: boolean,
    targets: TensorFlowTargets,
  ): Losses | null {
    const [rows, units] = x.shape;
    const [classes] = bias.shape;
    if (rows < MANY_ROWS || rows * classes < MANY_LOGITS || this.ops.onGpu || fastProducts()) return null;
    return this.lossGraphOf(units, classes, tied)?.run(x, weights, bias, targets) ?? null;
  }

  /** Steps are made op by op where TensorFlow takes no graph, and so are these. */
  private lossGraphOf(units: number, classes: number, tied: boolean): LossGraph | undefined {
    if (this.takesNoLossGraph) return undefined;
    if (this.lossGraph?.takes(units, classes, tied)) return this.lossGraph;
    this.lossGraph?.dispose();
    this.lossGraph = undefined;
    try {
      this.lossGraph = new LossGraph(this.ops, units, classes, tied);
    } catch {
      this.takesNoLossGraph = true;
    }
    return this.lossGraph;
  }

  compile(recipe: StepRecipe): CompiledStep {
    return new CompiledSteps(this.ops, recipe);
  }

  dispose(): void {
    this.lossGraph?.dispose();
    this.ops.dispose();
  }
}
