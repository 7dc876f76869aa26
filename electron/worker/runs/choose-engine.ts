import { availableParallelism, cpus } from 'node:os';
import { stepSeconds, stepWork } from '../../advice/step-cost.ts';
import type { AesopError } from '../../contract/errors.ts';
import type { Gpu } from '../../contract/machine.ts';
import { message, percent, type Said } from '../../contract/message.ts';
import { batchShape } from '../../contract/batch-shape.ts';
import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Run } from '../../contract/run.ts';
import { createKernels, releasePortable, type Kernels } from '../../engine/kernels/index.ts';
import { modelConfig } from '../../engine/model/index.ts';
import { deviceAsked, portableRuntime, type Runtime } from '../../engine/runtime/index.ts';
import { measureStep } from '../../engine/training/index.ts';
import { StepTimesFile } from '../../storage/records/step-times.ts';
import { loadEngine, type Engine } from '../engine.ts';
import { chooseDevice, CLEARLY, type Times, type Trials } from './choose-device.ts';

type Name = Engine['runtime']['engine'];
/** What of a run decides where it computes. */
type RunToBe = Pick<Run, 'hyperparameters' | 'engine'>;

/** Milliseconds for which steps are measured on each engine. */
const BUDGET = 100;
/** Symbols in a batch that is tried at most: of a longer one the first positions tell as much. */
const MOST_SYMBOLS = 256;
/** Seconds that a tried step may take by estimate: a network so large that one takes longer is not worth the wait. */
const LONGEST_STEP = 0.25;
/** Milliseconds that a run must take for it to be worth the trial. */
const WORTH_TRYING = 5_000;

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

/** What a step's time depends on, the machine among it. @param device of TensorFlow, where it is known; else that of the environment */
export function keyOf(h: Hyperparameters, vocabularySize: number, device?: string): string {
  const { optimizer, precision, clipNorm, sampledSoftmax } = h;
  const { outputInitializer: _, ...network } = modelConfig(h, vocabularySize);
  const { AESOP_VERSION, AESOP_DEVICE, AESOP_ENGINE_FOLDER } = process.env;
  const machine = [
    cpus()[0]?.model,
    availableParallelism(),
    AESOP_VERSION,
    device ?? AESOP_DEVICE,
    AESOP_ENGINE_FOLDER,
  ];
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

/** What is known of the machine around a run, and how more of it is found out. */
export interface Around {
  /** the card that could compute, where nobody chose a device */
  card(): Promise<Gpu | undefined>;
  tryStep: Trials['tryStep'];
  log: Trials['log'];
}

/** An engine, and what is said before a training on it. */
export interface Chosen extends Engine {
  readonly warning?: AesopError;
}

/** @param reason for it, told unless the engine lacks something that the person can mend */
async function named(
  name: Name,
  reason: Said,
  precision: Hyperparameters['precision'],
  device?: Runtime['device'],
): Promise<Engine> {
  if (name === 'portable') {
    const runtime = portableRuntime(reason);
    return { runtime, kernels: createKernels(runtime) };
  }
  const { runtime, kernels } = await loadEngine({ precision, device });
  return { runtime: { ...runtime, reason: runtime.reason || reason }, kernels };
}

/** The engine that a run began on, and its device, where it is still there and no other device was asked for. */
export async function engineOfRun({ engine, hyperparameters: { precision } }: RunToBe): Promise<Engine> {
  const device = deviceAsked() === undefined ? engine?.device : undefined;
  return engine ? named(engine.engine, engine.reason, precision, device) : loadEngine({ precision });
}

/** A step's milliseconds, without end where the engine cannot hold the network. */
function timeOn(kernels: Kernels, h: Hyperparameters, vocabularySize: number): number {
  try {
    return measureStep(kernels, h, vocabularySize, BUDGET, triedShape(h));
  } catch {
    return Infinity;
  }
}

/** Whichever engine makes steps quicker on one device: tried once on both and remembered, unless the run is short or the network huge. */
async function quickerEngine(
  file: StepTimesFile,
  h: Hyperparameters,
  vocabularySize: number,
  log: Around['log'],
  device?: Runtime['device'],
): Promise<Engine> {
  const { precision } = h;
  const key = keyOf(h, vocabularySize, device);
  const known = await file.recall(key);
  if (known) return named(quicker(known), reasonOf(known), precision, device);
  const native = await loadEngine({ precision, device });
  const { engine, threads, precision: rounded } = native.runtime;
  if (engine === 'portable' || rounded === 'fast' || !isQuicklyTried(h, vocabularySize)) return native;
  const tensorflow = timeOn(native.kernels, h, vocabularySize);
  if (h.steps * tensorflow < WORTH_TRYING) return native;
  const portable = timeOn(createKernels({ engine: 'portable', threads }), h, vocabularySize);
  log(`a step on TensorFlow takes ${tensorflow.toFixed(2)} ms, on the portable engine ${portable.toFixed(2)} ms`);
  const times = { tensorflow, portable };
  const chosen = quicker(times);
  if (chosen === 'tensorflow') releasePortable();
  if (!Number.isFinite(tensorflow + portable)) return named(chosen, '', precision, device);
  await file.remember({ key, ...times });
  return named(chosen, reasonOf(times), precision, device);
}

/** The engine of a run on a machine with a card, which is chosen first. */
async function besideCard(
  file: StepTimesFile,
  h: Hyperparameters,
  vocabularySize: number,
  card: Gpu,
  { tryStep, log }: Around,
): Promise<Chosen> {
  const key = keyOf(h, vocabularySize, `${card.uuid} ${card.driver}`);
  const known = await file.recall(key);
  const remember = (times: Times) => file.remember({ key, ...times });
  const choice = await chooseDevice(h, vocabularySize, card, { known, tryStep, remember, log });
  const { device, reason, times, warning } = choice;
  const engineThere = () => {
    if (device === 'gpu' || h.engine === 'tensorflow') return named('tensorflow', reason, h.precision, device);
    return times
      ? named(quicker(times), reason, h.precision, device)
      : quickerEngine(file, h, vocabularySize, log, device);
  };
  const { runtime, kernels } = await engineThere();
  return { runtime: { ...runtime, reason: device === 'gpu' ? runtime.reason : reason }, kernels, warning };
}

/**
 * The engine of a run, and its device: those that it began on, that its settings or the environment ask for, or whichever
 * make steps of this network quicker here.
 * @param begun whether it goes on
 */
export async function chooseEngine(
  workspace: string,
  run: RunToBe,
  vocabularySize: number,
  begun: boolean,
  around: Around,
): Promise<Chosen> {
  const h = run.hyperparameters;
  const chosen = message('engineChoice.chosen');
  if (process.env.AESOP_ENGINE === 'portable') return loadEngine();
  if (begun && run.engine) return engineOfRun(run);
  if (h.engine === 'portable') return named('portable', chosen, h.precision);
  const asked = deviceAsked();
  if (asked !== undefined && asked !== 'cpu')
    return named('tensorflow', message('engineChoice.deviceChosen'), h.precision);
  const file = new StepTimesFile(workspace);
  const card = await around.card();
  if (card) return besideCard(file, h, vocabularySize, card, around);
  if (h.engine === 'tensorflow') return named('tensorflow', chosen, h.precision);
  return quickerEngine(file, h, vocabularySize, around.log);
}
