import type { Arithmetic, Losses, Targets, Tensor, Variable, VariableSpec } from './arithmetic.ts';
import type { CompiledStep, StepRecipe } from './compiled-step.ts';

/** Arithmetic that is done at once, with what it is done to. */
export interface Kernels extends Arithmetic {
  readonly name: 'portable' | 'tensorflow' | 'wasm';
  /** Tensors of this make that are still to be disposed; tests count them. */
  readonly liveTensors: number;
  createVariable(spec: VariableSpec): Variable;
  tensor(values: Float32Array, shape: readonly number[]): Tensor;
  /** A copy of the values, row by row; waits for the device. */
  read(tensor: Tensor): Float32Array;
  /** Sum of all elements in float64, true as 1; waits for the device. */
  sum(tensor: Tensor): number;
  /**
   * What `softmaxCrossEntropy` of `project` tells without a gradient, where this make has a quicker way; null where it has
   * none for these rows.
   */
  losses?(x: Tensor, weights: Variable, bias: Variable, tied: boolean, targets: Targets): Losses | null;
  /** Makes a step ready to be run in one call, where this make can: see compiled-step.ts. */
  compile?(recipe: StepRecipe): CompiledStep;
  dispose(): void;
}
