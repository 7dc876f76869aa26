import type { Arithmetic, Clipping, Tensor, Variable } from './arithmetic.ts';
import type { DrawnCandidates } from './candidates.ts';
import type { OptimizerRule } from './optimizer-rule.ts';

/** Symbols to learn from, time-major. */
export interface Batch {
  /** ids [time * lanes] */
  readonly inputs: Int32Array;
  /** window: [lanes], the symbol after each window; sequence: [time * lanes] */
  readonly targets: Int32Array;
  readonly time: number;
  readonly lanes: number;
  /** sampled softmax: what this batch is told from; without them, from all symbols */
  readonly drawn?: DrawnCandidates;
}

export type BatchShape = Pick<Batch, 'time' | 'lanes'> & {
  /** how many are drawn; none without sampled softmax */
  readonly candidates?: number;
};

/** What one step leaves beside the moved variables; its tensors are the caller's. */
export interface StepResult extends Pick<Clipping, 'norm'> {
  readonly loss: Tensor;
  readonly correct: Tensor;
  /** the state after the batch, as it was given; empty where none was */
  readonly carried: readonly Tensor[];
}

/** One update as arithmetic: forward, mean loss, backward, clipping, optimiser. */
export type Step = (
  arithmetic: Arithmetic,
  batch: Batch,
  carried: readonly Tensor[],
  numbers: { readonly dropoutSeed: number; readonly learningRate: number },
) => StepResult;

/** A step, and all that has to be known to write it down. */
export interface StepRecipe {
  readonly step: Step;
  /** the batches it will see, with their number of targets */
  readonly shapes: readonly (BatchShape & { readonly targets: number })[];
  /** shapes of the carried state; empty where nothing is carried */
  readonly carriedShapes: (lanes: number) => readonly (readonly number[])[];
  /** all that the step reads and moves: weights and slots */
  readonly variables: readonly Variable[];
}

/**
 * A step that runs in one call for batches of the shapes it was made for. Between steps its variables are read and
 * assigned as ever.
 */
export interface CompiledStep {
  takes(batch: Batch): boolean;
  /** @param rule of a variable that is not spared weight decay */
  run(batch: Batch, carried: readonly Tensor[], dropoutSeed: number, rule: OptimizerRule): StepResult;
  dispose(): void;
}
