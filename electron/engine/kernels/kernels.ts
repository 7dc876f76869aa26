import type * as tf from '@tensorflow/tfjs-core';
import type { OptimizerRule } from './optimizer-rule.ts';

/** An array that outlives a step: a weight or an optimiser's slot. Gates are spoken in the order i, f, c, o. */
export interface Variable {
  readonly shape: readonly number[];
  /** True where the columns are the four gates of an LSTM. */
  readonly gates: boolean;
  /** A copy of the values, row by row. */
  values(): Float32Array;
  /** Replaces all values; they are copied. */
  assign(values: Float32Array): void;
  dispose(): void;
}

/** What a variable starts from: its values, or one number everywhere. */
export interface VariableSpec {
  readonly shape: readonly number[];
  /** Whether the columns are the four gates of an LSTM, which a make may store in another order. */
  readonly gates: boolean;
  readonly values: Float32Array | number;
}

/** One LSTM layer: gates = x · input + h · recurrent + bias, each [.., 4 * units]. */
export interface LstmVariables {
  /** [inputs, 4 * units] */
  readonly input: Variable;
  /** [units, 4 * units] */
  readonly recurrent: Variable;
  /** [4 * units] */
  readonly bias: Variable;
}

/** Symbol ids of a batch, time-major. */
export interface Ids {
  readonly time: number;
  readonly lanes: number;
  readonly values: Int32Array;
  /** `values` as int32 [time, lanes] */
  readonly tensor: tf.Tensor2D;
}

/** Cell and output of one layer, each [lanes, units]. */
export interface LayerState {
  readonly cell: tf.Tensor2D;
  readonly output: tf.Tensor2D;
}

/** What the forward pass of a layer leaves; its backward pass reads it. The caller disposes it. */
export interface LstmTape {
  /** [time, lanes, units] */
  readonly outputs: tf.Tensor3D;
  /** State after the last step; belongs to the tape. */
  readonly last: LayerState;
  dispose(): void;
}

/** A gradient of the whole variable, or of some of its rows (each named once). */
export type Gradient =
  | { readonly kind: 'dense'; readonly values: tf.Tensor }
  | { readonly kind: 'rows'; readonly rows: tf.Tensor1D; readonly values: tf.Tensor2D };

export interface LstmGradients {
  readonly input: Gradient;
  readonly recurrent: Gradient;
  readonly bias: Gradient;
  /** [time, lanes, inputs]; null where the input was symbol ids or nobody asked */
  readonly x: tf.Tensor3D | null;
}

export interface CrossEntropy {
  /** adds up to the sum over rows of -log softmax(logits)[target] */
  readonly loss: tf.Tensor;
  /** adds up to the number of rows whose target has the greatest logit; may be boolean */
  readonly correct: tf.Tensor;
  /** d loss / d logits, [rows, classes]; null where not asked for */
  readonly gradient: tf.Tensor2D | null;
}

export interface ProjectionGradients {
  readonly x: tf.Tensor2D;
  readonly weights: Gradient;
  readonly bias: Gradient;
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
    scale: tf.Scalar | null,
  ): void;
  dispose(): void;
}

/**
 * The LSTM language model's arithmetic, in two makes that agree to 1e-4: `portable` in plain tfjs ops, which defines the
 * meaning, and `tensorflow` in raw TensorFlow ops. Every tensor a method returns belongs to its caller.
 */
export interface Kernels {
  readonly name: 'portable' | 'tensorflow';
  /** True where reading a number waits for nothing: the arithmetic runs on the CPU, op by op. */
  readonly synchronous: boolean;
  createVariable(spec: VariableSpec): Variable;

  /** Rows of `table` [classes, size] → [time, lanes, size]. */
  embed(table: Variable, ids: Ids): tf.Tensor3D;
  /** Gradient of `embed`: rows of one id are summed; dense where `movesWhole`. `gradient` is [time, lanes, size]. */
  embeddingGradient(table: Variable, ids: Ids, gradient: tf.Tensor3D): Gradient;
  /** Sum of two gradients of one table, of which `dense` is dense (tied weights); takes over both. */
  addGradients(dense: Gradient, other: Gradient): Gradient;

  /**
   * One LSTM layer over all time steps (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000):
   * c' = sigmoid(f) c + sigmoid(i) tanh(g), h' = sigmoid(o) tanh(c').
   * @param x [time, lanes, inputs], or ids: one-hot input, that is, rows of the input matrix
   * @param state null is the zero state
   */
  lstmForward(layer: LstmVariables, x: tf.Tensor3D | Ids, state: LayerState | null): LstmTape;
  /**
   * @param outputGradient [time, lanes, units], or [lanes, units] of the last step alone
   * @param wantsX whether the gradient of x is needed
   */
  lstmBackward(
    layer: LstmVariables,
    tape: LstmTape,
    outputGradient: tf.Tensor3D | tf.Tensor2D,
    wantsX: boolean,
  ): LstmGradients;

  /** Inverted dropout's factors: 0 with probability `rate`, else 1 / (1 - rate). The same seeds give the same mask. */
  dropoutMask(shape: number[], rate: number, seed: readonly [number, number]): tf.Tensor;

  /** x [rows, units] · weights + bias → [rows, classes]; weights [units, classes], or tied [classes, units]. */
  project(x: tf.Tensor2D, weights: Variable, bias: Variable, tied: boolean): tf.Tensor2D;
  /** Gradients of `project`, each times `scale`. */
  projectBackward(
    x: tf.Tensor2D,
    weights: Variable,
    tied: boolean,
    logitsGradient: tf.Tensor2D,
    scale: number,
  ): ProjectionGradients;
  softmaxCrossEntropy(logits: tf.Tensor2D, targets: Int32Array, wantsGradient: boolean): CrossEntropy;

  /** Euclidean norm over all gradients as one vector; a number where reading it waits for nothing. */
  globalNorm(gradients: readonly Gradient[]): tf.Scalar | number;
  createUpdater(): Updater;
  dispose(): void;
}

/** Numbers up to which a table that is read by rows still moves as a whole: sparing rows would cost more than it saves. */
const WHOLE = 2 ** 18;

/** Whether the gradient of such a table is dense; else rows that a batch does not name rest, and so do their slots. */
export function movesWhole([rows, columns]: readonly number[]): boolean {
  return rows * columns <= WHOLE;
}

export function disposeGradient(gradient: Gradient): void {
  gradient.values.dispose();
  if (gradient.kind === 'rows') gradient.rows.dispose();
}
