import { memoryProblem } from '../../advice/memory.ts';
import { stepSeconds, stepWork } from '../../advice/step-cost.ts';
import { batchShape } from '../../contract/batch-shape.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { StepTimed } from '../../contract/step-trial.ts';
import { cardToTry, deviceAsked, findGpus } from '../../engine/runtime/index.ts';
import { availableMemory, timeStep as timeOn } from '../../engine/training/index.ts';
import { StepTimesFile } from '../../storage/records/step-times.ts';
import type { Engine } from '../engine.ts';
import type { Job } from '../job.ts';
import { chooseEngine, keyOf } from './choose-engine.ts';

/** Milliseconds of steps before those that count: threads come up in them, WebAssembly is compiled once more. */
const WARM_UP = 200;
/** Milliseconds for those that do. */
const BUDGET = 500;
/** Seconds that a timed step may take by estimate. */
const LONGEST_STEP = 0.4;
/** Seconds that a training must take by estimate for the timing to be worth its share. */
const WORTH_TIMING = 30;
/** Steps as for a run of which any time is worth saving. */
const ENDLESS = Number.MAX_SAFE_INTEGER;

/**
 * The batch that is timed: the run's own, or where a step of that takes long one of fewer positions (of windows, fewer of
 * them); nothing where even one of few takes too long.
 * @returns with it how many times longer a step of the run's own takes, by the counts of what it is made of
 */
export function timedShape(h: Hyperparameters, vocabularySize: number, engine: StepTimed['engine']) {
  const whole = batchShape(h);
  const seconds = ({ time, lanes }: { time: number; lanes: number }) =>
    stepSeconds(stepWork({ ...h, sequenceLength: time, batchSize: lanes }, vocabularySize), engine);
  let shape = { time: whole.time, lanes: whole.lanes };
  while (seconds(shape) > LONGEST_STEP) {
    const { time, lanes } = shape;
    if (h.context === 'sequence' && time > 1) shape = { time: time >> 1, lanes };
    else if (lanes > 1) shape = { time, lanes: lanes >> 1 };
    else return undefined;
  }
  return { shape, times: seconds(whole) / seconds(shape) };
}

/**
 * What a step of a network takes on an engine of the processor: remembered, or timed now. Nothing on a graphics card, and
 * where a step takes too long or does not fit.
 * @param worth whether it is timed where it is not remembered
 * @throws AbortError
 */
async function timedStep(
  workspace: string,
  h: Hyperparameters,
  vocabularySize: number,
  { runtime, kernels }: Engine,
  signal: AbortSignal,
  worth = true,
): Promise<StepTimed | undefined> {
  const { engine, device, threads, precision } = runtime;
  if (device !== 'cpu') return undefined;
  const file = new StepTimesFile(workspace);
  const key = `${engine} ${threads} ${precision} ${keyOf(h, vocabularySize)}`;
  const known = await file.recallTimed(key);
  if (known !== undefined) return { engine, milliseconds: known };
  const timed = worth ? timedShape(h, vocabularySize, engine) : undefined;
  if (!timed || memoryProblem(h, vocabularySize, 0, availableMemory())) return undefined;
  const { shape, times } = timed;
  const one = await timeOn(kernels, h, vocabularySize, { warmUp: WARM_UP, budget: BUDGET, shape, signal });
  const milliseconds = one * times;
  await file.rememberTimed(key, milliseconds);
  return { engine, milliseconds };
}

/** The same before a training: where nobody timed it yet, only if that is long. It never fails. @returns milliseconds */
export async function timedBefore(
  workspace: string,
  h: Hyperparameters,
  vocabularySize: number,
  on: Engine,
  signal: AbortSignal,
): Promise<number | undefined> {
  const worth = h.steps * stepSeconds(stepWork(h, vocabularySize), on.runtime.engine) > WORTH_TIMING;
  // left off, or without room: the training itself tells
  const timed = await timedStep(workspace, h, vocabularySize, on, signal, worth).catch(() => undefined);
  return timed?.milliseconds;
}

/** Times steps of a network on the engine that its run would get; beside a graphics card, which a training tries itself, none. */
export const timeStep: Job<'timeStep'> = async ({ workspace, hyperparameters: h, vocabularySize }, { signal, log }) => {
  const portable = h.engine === 'portable' || process.env.AESOP_ENGINE === 'portable';
  if (!portable && ((deviceAsked() ?? 'cpu') !== 'cpu' || (await cardToTry(findGpus)))) return {};
  signal.throwIfAborted();
  const around = { card: async () => undefined, tryStep: async () => ({}), log };
  const run = { hyperparameters: { ...h, steps: ENDLESS } };
  const engine = await chooseEngine(workspace, run, vocabularySize, false, around);
  return { timed: await timedStep(workspace, h, vocabularySize, engine, signal) };
};
