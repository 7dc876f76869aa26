import type { CandidateArithmetic, Candidates } from './candidates.ts';
import type { OptimizerRule } from './optimizer-rule.ts';
import type { Gradient, Ids, ProjectionGradients, Targets, Tensor, Variable } from './values.ts';

export type { Gradient, Ids, Piece, ProjectionGradients, Targets, Tensor, Variable, VariableSpec } from './values.ts';

/** One LSTM layer: gates = x · input + h · recurrent + bias, each [.., 4 * units]. */
export interface LstmVariables {
  /** [inputs, 4 * units] */
  readonly input: Variable;
  /** [units, 4 * units] */
  readonly recurrent: Variable;
  /** [4 * units] */
  readonly bias: Variable;
  /** whether `hardSigmoid` squashes the gates i, f and o */
  readonly hardGates: boolean;
}

/** Cell and output of one layer, each [lanes, units]. */
export interface LayerState {
  readonly cell: Tensor;
  readonly output: Tensor;
}

/** What the forward pass of a layer leaves; its backward pass reads it. The caller disposes it. */
export interface LstmTape {
  /** [time, lanes, units] */
  readonly outputs: Tensor;
  /** Output after the last step, [lanes, units], a tensor of its own. */
  lastOutput(): Tensor;
  /** State after the last step, as tensors of their own. */
  lastState(): LayerState;
  dispose(): void;
}

export interface LstmGradients {
  readonly input: Gradient;
  readonly recurrent: Gradient;
  readonly bias: Gradient;
  /** [time, lanes, inputs]; null where the input was symbol ids or nobody asked */
  readonly x: Tensor | null;
}

/** What targets cost, by row. */
export interface Losses {
  /** -log softmax(logits)[target], [rows] */
  readonly loss: Tensor;
  /** whether the target has the greatest logit, [rows]; may be boolean */
  readonly correct: Tensor;
}

export interface CrossEntropy extends Losses {
  /** d loss / d logits, [rows, classes]; null where not asked for */
  readonly gradient: Tensor | null;
}

/** What shortens gradients. */
export interface Clipping {
  /** Euclidean norm over all gradients as one vector, a number where reading it waits for nothing; null: nobody asked */
  readonly norm: Tensor | number | null;
  /** factor of every gradient, a scalar; null is 1 */
  readonly scale: Tensor | null;
}

/** Moves variables against their gradients. */
export interface Updater {
  /**
   * A gradient of rows moves those rows and their slots only.
   * @param scale factor of the gradient (clipping), scalar; null is 1
   */
  apply(
    rule: OptimizerRule,
    variable: Variable,
    slots: readonly Variable[],
    gradient: Gradient,
    scale: Tensor | null,
  ): void;
  dispose(): void;
}

/**
 * The LSTM language model's arithmetic, in makes that agree to 1e-4; `portable` defines the meaning. Each make has tensors of
 * its own, which no other can read.
 */
export interface Arithmetic extends CandidateArithmetic {
  /** Disposes every tensor made by `work` but those in what it returns, at any depth of arrays and plain objects. */
  scoped<T>(work: () => T): T;
  /** The same values under another shape. */
  reshape(x: Tensor, shape: readonly number[]): Tensor;
  /** Element by element; `b` has the shape of `a`, or [rows, 1] beside [rows, columns]. */
  multiply(a: Tensor, b: Tensor): Tensor;
  /** Rows of a matrix from `first` on, [count, columns]. */
  rows(matrix: Tensor, first: number, count: number): Tensor;

  ids(values: Int32Array, time: number, lanes: number): Ids;
  targets(values: Int32Array): Targets;
  /** The bare numbers of the symbols, [time, lanes, 1]. */
  ordinals(ids: Ids): Tensor;
  /** Rows of `table` [classes, size] → [time, lanes, size]. */
  embed(table: Variable, ids: Ids): Tensor;
  /** Gradient of `embed`: rows of one id are summed; of the whole table where `movesWhole`. `gradient` is [time, lanes, size]. */
  embeddingGradient(table: Variable, ids: Ids, gradient: Tensor): Gradient;
  /** Sum of two gradients of one table (tied weights), of which the first is of the whole, or both are of rows; takes over both. */
  addGradients(first: Gradient, other: Gradient): Gradient;

  /**
   * One LSTM layer over all time steps (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000):
   * c' = sigmoid(f) c + sigmoid(i) tanh(g), h' = sigmoid(o) tanh(c'), or hard ones in place of the sigmoids.
   * @param x [time, lanes, inputs], or ids: one-hot input, that is, rows of the input matrix
   * @param state null is the zero state
   */
  lstmForward(layer: LstmVariables, x: Tensor | Ids, state: LayerState | null): LstmTape;
  /**
   * @param outputGradient [time, lanes, units], or [lanes, units] of the last step alone
   * @param wantsX whether the gradient of x is needed
   */
  lstmBackward(layer: LstmVariables, tape: LstmTape, outputGradient: Tensor, wantsX: boolean): LstmGradients;

  /** Inverted dropout's factors: 0 with probability `rate`, else 1 / (1 - rate). The same seed and place give the same mask. */
  dropoutMask(shape: readonly number[], rate: number, seed: number, place: number): Tensor;

  /** x [rows, units] · weights + bias → [rows, classes]; weights [units, classes], or tied [classes, units]. */
  project(x: Tensor, weights: Variable, bias: Variable, tied: boolean): Tensor;
  /** Gradients of `project`, each times `scale`. */
  projectBackward(
    x: Tensor,
    weights: Variable,
    tied: boolean,
    logitsGradient: Tensor,
    scale: number,
  ): ProjectionGradients;
  /** @param candidates of which the logits are: corrected for loss and gradient, not for `correct`; they may be written over */
  softmaxCrossEntropy(
    logits: Tensor,
    targets: Targets,
    wantsGradient: boolean,
    candidates: Candidates | null,
  ): CrossEntropy;

  /** What shortens these gradients to `limit` as one vector; 0 never shortens. */
  clip(gradients: readonly Gradient[], limit: number): Clipping;
  createUpdater(): Updater;
}

export const isIds = (x: Tensor | Ids): x is Ids => 'lanes' in x;
