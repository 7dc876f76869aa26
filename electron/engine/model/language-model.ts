import type { Batch, BatchShape, CompiledStep, StepResult } from '../kernels/compiled-step.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Random } from '../random.ts';
import { carriedState, disposePass, forward, losses, project } from './forward.ts';
import { RunningMetrics, type StepMetrics } from './metrics.ts';
import type { ModelConfig } from './model-config.ts';
import { createNetwork, networkParameters, type Network } from './network.ts';
import type { Optimizer } from './optimizer.ts';
import type { Parameter, StackedParameter } from './parameter.ts';
import { disposeState, flatState, stateOf, zeroState, type ModelState } from './state.ts';
import { trainStep } from './train-step.ts';

/** Loss and hits of one batch, with the state after it. */
export interface Evaluation {
  readonly lossSum: number;
  readonly correct: number;
  readonly count: number;
  /** belongs to the caller */
  readonly state: ModelState;
}

/** Logits that an evaluation holds at once, 64 MiB. */
const MOST_LOGITS = 2 ** 24;

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
  private compiled: CompiledStep | undefined;

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
   * Makes the steps for batches of these shapes ready to be run in one call each, where the kernels can; it changes
   * nothing else, and other shapes are learnt from as ever. `disposeCompiled` comes after the optimiser's end.
   * @throws Error where the engine does not take them
   */
  compile(optimizer: Optimizer, shapes: readonly BatchShape[]): void {
    const { config, kernels, network } = this;
    const sequence = config.context === 'sequence';
    this.compiled = kernels.compile?.({
      step: trainStep(config, network, optimizer),
      shapes: shapes.map(({ time, lanes, candidates }) => ({
        ...{ time, lanes, candidates },
        targets: sequence ? time * lanes : lanes,
      })),
      carriedShapes: (lanes) => (sequence ? new Array(2 * config.layers).fill([lanes, config.units]) : []),
      variables: [...this.weights.flatMap(({ parts }) => parts), ...optimizer.slotVariables],
    });
  }

  /** Frees what `compile` made; steps are made one op after the other again. */
  disposeCompiled(): void {
    this.compiled?.dispose();
    this.compiled = undefined;
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
    const { config, network, kernels, compiled } = this;
    optimizer.next();
    let before = state;
    const run = (): StepResult => {
      if (!compiled?.takes(batch)) {
        const step = trainStep(config, network, optimizer);
        return kernels.scoped(() => step(kernels, batch, flatState(state), { dropoutSeed, learningRate }));
      }
      if (config.context === 'sequence') before ??= this.zeroState(batch.lanes);
      return compiled.run(batch, flatState(before), dropoutSeed, optimizer.rule(learningRate));
    };
    const result = run();
    this.metrics.add(result, batch);
    disposeState(before);
    return stateOf(result.carried);
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
    return kernels.scoped(() => {
      const ids = kernels.ids(batch.inputs, batch.time, batch.lanes);
      const pass = forward(config, network, kernels, ids, state, { everyOutput, dropoutSeed: null });
      const carried = carriedState(pass);
      const sums = { lossSum: 0, correct: 0, count: batch.targets.length };
      const atOnce = Math.max(1, Math.floor(MOST_LOGITS / config.vocabularySize));
      for (let first = 0; first < sums.count; first += atOnce)
        kernels.scoped(() => {
          const targets = kernels.targets(batch.targets.slice(first, first + atOnce));
          const hidden = kernels.rows(pass.hidden, first, targets.rows);
          const { loss, correct } = losses(network, kernels, hidden, targets);
          sums.lossSum += kernels.sum(loss);
          sums.correct += kernels.sum(correct);
        });
      disposePass(pass);
      return { ...sums, state: carried };
    });
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
      const logits = kernels.read(project(network, kernels, pass.hidden));
      disposePass(pass);
      return { logits, state: carried };
    });
  }

  dispose(): void {
    this.metrics.dispose();
    this.weights.forEach(({ parts }) => parts.forEach((part) => part.dispose()));
    this.disposeCompiled();
  }
}
