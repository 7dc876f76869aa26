import type { Kernels, Targets, Tensor } from '../kernels/kernels.ts';
import type { Random } from '../random.ts';
import { backward, disposeGradients } from './backward.ts';
import { carriedState, disposePass, forward } from './forward.ts';
import { RunningMetrics, type StepMetrics } from './metrics.ts';
import type { ModelConfig } from './model-config.ts';
import { createNetwork, networkParameters, type Network } from './network.ts';
import type { Optimizer } from './optimizer.ts';
import type { Parameter, StackedParameter } from './parameter.ts';
import { disposeState, zeroState, type ModelState } from './state.ts';

/** Symbols to learn from, time-major. */
export interface Batch {
  /** ids [time * lanes] */
  readonly inputs: Int32Array;
  /** window: [lanes], the symbol after each window; sequence: [time * lanes] */
  readonly targets: Int32Array;
  readonly time: number;
  readonly lanes: number;
}

/** Loss and hits of one batch, with the state after it. */
export interface Evaluation {
  readonly lossSum: number;
  readonly correct: number;
  readonly count: number;
  /** belongs to the caller */
  readonly state: ModelState;
}

/**
 * An LSTM language model: input → LSTM layers → projection → logits. The order of parameters is fixed by the
 * configuration, the same seed gives the same weights.
 */
export class LanguageModel {
  readonly config: ModelConfig;
  readonly kernels: Kernels;
  readonly weights: readonly StackedParameter[];
  readonly parameterCount: number;
  private readonly network: Network;
  private readonly metrics: RunningMetrics;

  private constructor(config: ModelConfig, kernels: Kernels, network: Network) {
    this.config = config;
    this.kernels = kernels;
    this.network = network;
    this.metrics = new RunningMetrics(kernels);
    this.weights = networkParameters(network);
    this.parameterCount = this.weights.reduce((sum, each) => sum + each.size, 0);
  }

  /** A model with fresh weights; see `createNetwork` for their start. */
  static create(config: ModelConfig, kernels: Kernels, random: Random): LanguageModel {
    return new LanguageModel(config, kernels, createNetwork(config, kernels, random));
  }

  /** A model whose weights are all zero, to be assigned from a file: it costs no drawing. */
  static blank(config: ModelConfig, kernels: Kernels): LanguageModel {
    return new LanguageModel(config, kernels, createNetwork(config, kernels, null));
  }

  get parameters(): readonly Parameter[] {
    return this.weights;
  }

  /** The state before the first symbol of each lane; the caller disposes it. */
  zeroState(lanes: number): ModelState {
    return zeroState(this.kernels, this.config.layers, lanes, this.config.units);
  }

  /**
   * One update: forward, mean loss, backward, clipping, optimiser. Loss and hits add up until
   * `takeMetrics`.
   * @param state what sequences carry; the model disposes it. null is the zero state
   * @param dropoutSeed decides what dropout silences in this step
   * @returns the state after the batch for sequences, null for windows
   */
  trainStep(
    batch: Batch,
    state: ModelState | null,
    optimizer: Optimizer,
    learningRate: number,
    dropoutSeed: number,
  ): ModelState | null {
    const { config, network, kernels } = this;
    const everyOutput = config.context === 'sequence';
    const { loss, correct, norm, next } = kernels.scoped(() => {
      const ids = kernels.ids(batch.inputs, batch.time, batch.lanes);
      const pass = forward(config, network, kernels, ids, state, { everyOutput, dropoutSeed });
      const carried = everyOutput ? carriedState(pass) : null;
      const { loss, correct, gradient } = this.crossEntropy(pass.hidden, kernels.targets(batch.targets), true);
      const gradients = backward(network, kernels, ids, pass, gradient!);
      disposePass(pass);
      const norm = optimizer.apply(gradients, learningRate);
      disposeGradients(gradients);
      return { loss, correct, norm, next: carried };
    });
    this.metrics.add(loss, correct, batch.targets.length, norm);
    disposeState(state);
    return next;
  }

  /** Sums of the steps since the last call. This waits for the device. */
  takeMetrics(): StepMetrics {
    return this.metrics.take();
  }

  /** The same sums, which go on adding up: for a checkpoint between two reports. */
  peekMetrics(): StepMetrics {
    return this.metrics.peek();
  }

  /** Goes on from sums that `peekMetrics` read. */
  restoreMetrics(metrics: StepMetrics): void {
    this.metrics.restore(metrics);
  }

  /** Loss and hits without learning and without dropout. `state` stays the caller's. */
  evaluate(batch: Batch, state: ModelState | null): Evaluation {
    const { config, network, kernels } = this;
    const everyOutput = config.context === 'sequence';
    const { loss, correct, carried } = kernels.scoped(() => {
      const ids = kernels.ids(batch.inputs, batch.time, batch.lanes);
      const pass = forward(config, network, kernels, ids, state, { everyOutput, dropoutSeed: null });
      const carried = carriedState(pass);
      const { loss, correct } = this.crossEntropy(pass.hidden, kernels.targets(batch.targets), false);
      disposePass(pass);
      return { loss, correct, carried };
    });
    const sums = { lossSum: kernels.sum(loss), correct: kernels.sum(correct) };
    [loss, correct].forEach((tensor) => tensor.dispose());
    return { ...sums, count: batch.targets.length, state: carried };
  }

  /**
   * Logits of the symbol after the last one, [lanes, vocabulary], and the state there, which is the caller's, and so
   * stays `state`. This waits for the device.
   */
  predict(
    ids: Int32Array,
    time: number,
    lanes: number,
    state: ModelState | null,
  ): { logits: Float32Array; state: ModelState } {
    const { config, network, kernels } = this;
    return kernels.scoped(() => {
      const options = { everyOutput: false, dropoutSeed: null };
      const pass = forward(config, network, kernels, kernels.ids(ids, time, lanes), state, options);
      const carried = carriedState(pass);
      const logits = kernels.read(this.project(pass.hidden));
      disposePass(pass);
      return { logits, state: carried };
    });
  }

  dispose(): void {
    this.metrics.dispose();
    this.weights.forEach(({ parts }) => parts.forEach((part) => part.dispose()));
  }

  private project(hidden: Tensor): Tensor {
    const { output, embedding, outputBias } = this.network;
    return this.kernels.project(hidden, output ?? embedding!, outputBias, output === null);
  }

  private crossEntropy(hidden: Tensor, targets: Targets, wantsGradient: boolean) {
    const logits = this.project(hidden);
    const result = this.kernels.softmaxCrossEntropy(logits, targets, wantsGradient);
    logits.dispose();
    return result;
  }
}
