import { knownSymbolsOf, shareAside } from './corpus-measures.ts';
import { batchShape } from '../contract/batch-shape.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import type { Machine } from '../contract/machine.ts';
import { weightCount } from '../contract/network-size.ts';
import type { Engine } from '../contract/run.ts';
import type { StepTimed } from '../contract/step-trial.ts';
import { cardMemoryNeeded, memoryNeeded } from './memory.ts';
import { mostMeasured } from './most-measured.ts';
import { REFERENCE, stepSeconds, stepWork, type EngineName } from './step-cost.ts';
import type { CorpusFacts } from './wording.ts';

/** What is known of the machine that will train. */
export type Computer = Pick<Machine, 'measured'> & {
  readonly engine: Pick<Engine, 'engine'> & Partial<Pick<Engine, 'device'>>;
  /** what steps of the very network took there */
  readonly timed: StepTimed;
};

/** What a run will take. */
export interface Estimate {
  readonly weights: number;
  /** bytes of the processor's memory, the engine itself included */
  readonly memory: number;
  /** bytes on the graphics card, where that computes */
  readonly cardMemory?: number;
  readonly secondsPerStep: number;
  readonly seconds: number;
  /** whether steps of the very network were timed for it, or its time is counted by what they are made of alone */
  readonly basis: 'timed' | 'calculated';
}

const START_SECONDS = 1.5;
/** Predictions that one validation measures at most; see engine/training/evaluation.ts. */
const MOST_VALIDATED = 20_000;
/** Windows that it measures at once; see engine/data/every-prediction.ts. */
const WINDOWS_MEASURED = 256;
/** The 40 symbols of a sample. */
const STORY_SECONDS = 0.05;

/** How many ids the settings leave of a text, `<unk>` included; with a base model at least that one's. */
export function vocabularySizeOf(h: Hyperparameters, corpus: CorpusFacts): number {
  const known = knownSymbolsOf(h, corpus);
  const own = known < corpus.statistics.distinct && h.tokenizer !== 'subwords' ? known + 1 : known;
  return Math.max(own, corpus.known ?? 0);
}

/** How many times slower than the machine that the costs were measured on; 1 where nothing was measured. */
function slowness(engine: EngineName, { measured }: Partial<Computer>): number {
  const milliseconds = measured?.stepMilliseconds[engine];
  return milliseconds === undefined
    ? 1
    : milliseconds / 1000 / stepSeconds(stepWork(REFERENCE, REFERENCE.vocabularySize), engine);
}

/** The engines that a run may get. */
function enginesFor(h: Hyperparameters, { engine, timed }: Partial<Computer>): readonly EngineName[] {
  if (timed) return [timed.engine];
  if (engine?.engine === 'portable' || h.engine === 'portable') return ['portable'];
  return h.engine === 'tensorflow' ? ['tensorflow'] : ['tensorflow', 'portable'];
}

/**
 * What a run will take: time by its steps as they were timed, or by their work on the quicker engine, scaled by a measured
 * small step of this machine; and memory.
 * @param computer without it, two cores with both engines
 */
export function estimateRun(h: Hyperparameters, corpus: CorpusFacts, computer: Partial<Computer> = {}): Estimate {
  const vocabularySize = vocabularySizeOf(h, corpus);
  const { symbols } = corpus.statistics;
  const device = h.engine === 'portable' ? 'cpu' : computer.engine?.device;
  const work = stepWork(h, vocabularySize);
  const [quickest] = enginesFor(h, computer)
    .map((engine) => ({ engine, scale: slowness(engine, computer), seconds: stepSeconds(work, engine) }))
    .sort((a, b) => a.scale * a.seconds - b.scale * b.seconds);
  const { scale } = quickest;
  const { timed } = computer;
  const secondsPerStep = timed ? timed.milliseconds / 1000 : scale * quickest.seconds;
  // how much slower than the costs say this network is here, which holds for measuring it too
  const pace = secondsPerStep / quickest.seconds;
  const validated = Math.min(MOST_VALIDATED, symbols * shareAside(h, corpus));
  // a measurement goes over all symbols and many windows at once, whatever a step goes over, and only forward
  const batchSize = h.context === 'window' ? WINDOWS_MEASURED : h.batchSize;
  const measured = { ...h, sampledSoftmax: 0, batchSize };
  const measuredStep = pace * stepSeconds(stepWork(measured, vocabularySize), quickest.engine);
  const measuring = (count: number): number => ((count / batchShape(measured).predicted) * measuredStep) / 3;
  const story = scale * STORY_SECONDS;
  const rounds = (h.steps / h.evaluateEvery) * measuring(validated) + Math.min(50, h.steps / h.checkpointEvery) * story;
  const last = measuring(Math.min(symbols, mostMeasured(h, vocabularySize)));
  return {
    weights: weightCount(h, vocabularySize),
    memory: memoryNeeded(h, vocabularySize, symbols, device),
    ...(device === 'gpu' ? { cardMemory: cardMemoryNeeded(h, vocabularySize) } : {}),
    secondsPerStep,
    seconds: START_SECONDS * scale + h.steps * secondsPerStep + rounds + last,
    basis: timed ? 'timed' : 'calculated',
  };
}
