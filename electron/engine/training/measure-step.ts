import { performance } from 'node:perf_hooks';
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

/**
 * What a training step of a network costs on an engine of this machine, by making some on random symbols; nothing of them
 * is left.
 * @param budget milliseconds for the steps that are measured; one is made in any case
 * @param shape of the batches, the run's own unless another is given
 * @returns milliseconds, the median
 */
export function measureStep(
  kernels: Kernels,
  h: Hyperparameters,
  vocabularySize: number,
  budget: number,
  { time, lanes }: BatchShape = batchShape(h),
): number {
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
  const step = () => {
    const began = performance.now();
    state = model.trainStep(candidates.of(batch, ++steps), state, optimizer, LEARNING_RATE, steps);
    model.takeMetrics();
    return performance.now() - began;
  };
  const stepsFor = (milliseconds: number) => {
    const times = [];
    const began = performance.now();
    do times.push(step());
    while (performance.now() - began < milliseconds);
    return times.sort((a, b) => a - b);
  };
  try {
    compileSteps(model, optimizer, candidates.shapes([{ time, lanes }]));
    stepsFor(WARM_UP);
    const times = stepsFor(budget);
    return times[times.length >> 1];
  } finally {
    disposeState(state);
    optimizer.dispose();
    model.disposeCompiled();
    model.dispose();
  }
}
