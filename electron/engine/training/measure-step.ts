import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { batchShape } from '../../contract/batch-shape.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Kernels } from '../kernels/index.ts';
import {
  disposeState,
  LanguageModel,
  modelConfig,
  Optimizer,
  optimizerSettings,
  type BatchShape,
  type ModelState,
} from '../model/index.ts';
import { Random } from '../random.ts';
import { Candidates } from './candidates.ts';
import { compileSteps } from './compile-steps.ts';

/** Milliseconds of steps before what is measured: graphs are made ready in them, threads come up. */
const WARM_UP = 50;
const LEARNING_RATE = 0.001;

/** Steps of a network on random symbols, each with its milliseconds; nothing of them is left once it is disposed of. */
function stepsOf(kernels: Kernels, h: Hyperparameters, vocabularySize: number, { time, lanes }: BatchShape) {
  const random = new Random(1);
  const ids = (length: number) => Int32Array.from({ length }, () => random.integer(vocabularySize));
  const targets = h.context === 'window' ? lanes : time * lanes;
  const batch = { inputs: ids(time * lanes), targets: ids(targets), time, lanes };
  const model = LanguageModel.blank(modelConfig(h, vocabularySize), kernels);
  const optimizer = Optimizer.create(optimizerSettings(h), model);
  const text = [{ start: 0, end: batch.targets.length }];
  const candidates = new Candidates(model.config, h, Uint32Array.from(batch.targets), text, random);
  let state: ModelState | null = null;
  let steps = 0;
  return {
    compile: () => compileSteps(model, optimizer, candidates.shapes([{ time, lanes }])),
    step() {
      const began = performance.now();
      state = model.trainStep(candidates.of(batch, ++steps), state, optimizer, LEARNING_RATE, steps);
      model.takeMetrics();
      return performance.now() - began;
    },
    dispose() {
      disposeState(state);
      optimizer.dispose();
      model.disposeCompiled();
      model.dispose();
    },
  };
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1];

/**
 * What a training step of a network costs on an engine of this machine, by making some.
 * @param budget milliseconds for the steps that are measured; one is made in any case
 * @param shape of the batches, the run's own unless another is given
 * @returns milliseconds, the median
 */
export function measureStep(
  kernels: Kernels,
  h: Hyperparameters,
  vocabularySize: number,
  budget: number,
  shape: BatchShape = batchShape(h),
): number {
  const steps = stepsOf(kernels, h, vocabularySize, shape);
  const stepsFor = (milliseconds: number) => {
    const times = [];
    const began = performance.now();
    do times.push(steps.step());
    while (performance.now() - began < milliseconds);
    return times;
  };
  try {
    steps.compile();
    stepsFor(WARM_UP);
    return median(stepsFor(budget));
  } finally {
    steps.dispose();
  }
}

interface Timing {
  /** milliseconds of steps before those that count */
  readonly warmUp: number;
  /** milliseconds for those that do; one is made in any case */
  readonly budget: number;
  readonly shape: BatchShape;
  /** looked at between steps */
  readonly signal: AbortSignal;
}

/**
 * The same while the process goes on hearing: it can be left off between any two steps.
 * @returns milliseconds, the median
 * @throws AbortError where it is left off
 */
export async function timeStep(
  kernels: Kernels,
  h: Hyperparameters,
  vocabularySize: number,
  { warmUp, budget, shape, signal }: Timing,
): Promise<number> {
  signal.throwIfAborted();
  const steps = stepsOf(kernels, h, vocabularySize, shape);
  const stepsFor = async (milliseconds: number) => {
    const times = [];
    const began = performance.now();
    do {
      times.push(steps.step());
      await setImmediate(undefined, { signal });
    } while (performance.now() - began < milliseconds);
    return times;
  };
  try {
    steps.compile();
    await stepsFor(warmUp);
    return median(await stepsFor(budget));
  } finally {
    steps.dispose();
  }
}
