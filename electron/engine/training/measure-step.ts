import { performance } from 'node:perf_hooks';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Kernels } from '../kernels/index.ts';
import {
  disposeState,
  LanguageModel,
  modelConfig,
  Optimizer,
  type BatchShape,
  type ModelState,
} from '../model/index.ts';
import { Random } from '../random.ts';
import { Candidates } from './candidates.ts';
import { compileSteps } from './compile-steps.ts';

/** Milliseconds of steps before what is measured: graphs are made ready in them, threads come up. */
const WARM_UP = 50;
const LEARNING_RATE = 0.001;

/** The batches of most steps of a run. */
export function usualShape(h: Hyperparameters): BatchShape {
  return { time: h.context === 'window' ? h.windowLength : h.sequenceLength, lanes: h.batchSize };
}

/**
 * What a training step of a network costs on an engine of this machine, by making some on random symbols; nothing of them
 * is left.
 * @param budget milliseconds for the steps that are measured; one is made in any case
 * @returns milliseconds, the median
 */
export function measureStep(
  kernels: Kernels,
  h: Hyperparameters,
  vocabularySize: number,
  { time, lanes }: BatchShape,
  budget: number,
): number {
  const random = new Random(1);
  const ids = (length: number) => Int32Array.from({ length }, () => random.integer(vocabularySize));
  const targets = h.context === 'window' ? lanes : time * lanes;
  const batch = { inputs: ids(time * lanes), targets: ids(targets), time, lanes };
  const model = LanguageModel.blank(modelConfig(h, vocabularySize), kernels);
  const { optimizer: kind, momentum, weightDecay, clipNorm } = h;
  const optimizer = Optimizer.create({ kind, momentum, weightDecay, clipNorm }, model);
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
