import { availableParallelism, cpus } from 'node:os';
import { stepSeconds, stepWork } from '../../advice/step-cost.ts';
import { message, percent, type Said } from '../../contract/message.ts';
import { batchShape } from '../../contract/batch-shape.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Run } from '../../contract/run.ts';
import { createKernels, releasePortable, type Kernels } from '../../engine/kernels/index.ts';
import { modelConfig } from '../../engine/model/index.ts';
import { portableRuntime } from '../../engine/runtime/index.ts';
import { measureStep } from '../../engine/training/index.ts';
import { StepTimesFile, type StepTimes } from '../../storage/records/step-times.ts';
import { loadEngine, type Engine } from '../engine.ts';

type Name = Engine['runtime']['engine'];
type Times = Omit<StepTimes, 'key'>;

/** Milliseconds for which steps are measured on each engine. */
const BUDGET = 100;
/** Symbols in a batch that is tried at most: of a longer one the first positions tell as much. */
const MOST_SYMBOLS = 256;
/** Seconds that a tried step may take by estimate: a network so large that one takes longer is not worth the wait. */
const LONGEST_STEP = 0.25;
/** Milliseconds that a run must take for it to be worth the trial. */
const WORTH_TRYING = 5_000;
/** Share by which the portable engine must be quicker to be taken: less is chance. */
const CLEARLY = 0.05;

function triedShape(h: Hyperparameters) {
  const { time, lanes } = batchShape(h);
  const shortest = h.context === 'window' ? time : 1;
  const tried = Math.max(shortest, Math.min(time, Math.floor(MOST_SYMBOLS / lanes)));
  return { time: tried, lanes: Math.max(1, Math.min(lanes, Math.floor(MOST_SYMBOLS / tried))) };
}

function isQuicklyTried(h: Hyperparameters, vocabularySize: number): boolean {
  const { time, lanes } = triedShape(h);
  const tried = stepWork({ ...h, sequenceLength: time, batchSize: lanes }, vocabularySize);
  return stepSeconds(tried, 'tensorflow') < LONGEST_STEP;
}

function quicker({ tensorflow, portable }: Times): Name {
  return portable < (1 - CLEARLY) * tensorflow ? 'portable' : 'tensorflow';
}

function reasonOf({ tensorflow, portable }: Times): Said {
  const less = percent(Math.abs(portable - tensorflow) / Math.max(portable, tensorflow));
  if (less.amount < CLEARLY) return message('engineChoice.asQuick');
  return message(portable < tensorflow ? 'engineChoice.portableQuicker' : 'engineChoice.tensorflowQuicker', { less });
}

/** What a step's time depends on, the machine among it. */
function keyOf(h: Hyperparameters, vocabularySize: number): string {
  const { optimizer, precision, clipNorm, sampledSoftmax } = h;
  const { outputInitializer: _, ...network } = modelConfig(h, vocabularySize);
  const { AESOP_VERSION, AESOP_DEVICE, AESOP_ENGINE_FOLDER } = process.env;
  const machine = [cpus()[0]?.model, availableParallelism(), AESOP_VERSION, AESOP_DEVICE, AESOP_ENGINE_FOLDER];
  return JSON.stringify([
    ...Object.values(network),
    ...Object.values(batchShape(h)),
    optimizer,
    sampledSoftmax,
    clipNorm > 0,
    precision,
    ...machine,
  ]);
}

/** @param reason for it, told unless the engine lacks something that the person can mend */
async function named(name: Name, reason: Said, precision: Hyperparameters['precision']): Promise<Engine> {
  if (name === 'portable') {
    const runtime = portableRuntime(reason);
    return { runtime, kernels: createKernels(runtime) };
  }
  const { runtime, kernels } = await loadEngine({ precision });
  return { runtime: { ...runtime, reason: runtime.reason || reason }, kernels };
}

/** The engine that a run began on, where it is still there. */
export async function engineOfRun({ engine, hyperparameters: { precision } }: Run): Promise<Engine> {
  return engine ? named(engine.engine, engine.reason, precision) : loadEngine({ precision });
}

/** A step's milliseconds, without end where the engine cannot hold the network. */
function timeOn(kernels: Kernels, h: Hyperparameters, vocabularySize: number): number {
  try {
    return measureStep(kernels, h, vocabularySize, BUDGET, triedShape(h));
  } catch {
    return Infinity;
  }
}

/**
 * The engine of a run: the one that it began on, the one that its settings ask for, or whichever makes steps of this
 * network quicker here. That is tried once on both and remembered, unless the run is short or the network huge.
 * @param begun whether it goes on
 */
export async function chooseEngine(
  workspace: string,
  run: Run,
  vocabularySize: number,
  begun: boolean,
  log: (line: string) => void,
): Promise<Engine> {
  const h = run.hyperparameters;
  const { precision } = h;
  if (process.env.AESOP_ENGINE === 'portable') return loadEngine();
  if (begun && run.engine) return engineOfRun(run);
  if (h.engine !== 'auto') return named(h.engine, message('engineChoice.chosen'), precision);
  const file = new StepTimesFile(workspace);
  const key = keyOf(h, vocabularySize);
  const known = await file.recall(key);
  if (known) return named(quicker(known), reasonOf(known), precision);
  const native = await loadEngine({ precision });
  const { engine, threads, precision: rounded } = native.runtime;
  if (engine === 'portable' || rounded === 'fast' || !isQuicklyTried(h, vocabularySize)) return native;
  const tensorflow = timeOn(native.kernels, h, vocabularySize);
  if (h.steps * tensorflow < WORTH_TRYING) return native;
  const portable = timeOn(createKernels({ engine: 'portable', threads }), h, vocabularySize);
  log(`a step on TensorFlow takes ${tensorflow.toFixed(2)} ms, on the portable engine ${portable.toFixed(2)} ms`);
  const times = { tensorflow, portable };
  const chosen = quicker(times);
  if (chosen === 'tensorflow') releasePortable();
  if (!Number.isFinite(tensorflow + portable)) return named(chosen, '', precision);
  await file.remember({ key, ...times });
  return named(chosen, reasonOf(times), precision);
}
