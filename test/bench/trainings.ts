import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { estimateRun } from '../../electron/advice/estimate.ts';
import type { EngineName } from '../../electron/advice/step-cost.ts';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Run } from '../../electron/contract/run.ts';
import { Random } from '../../electron/engine/random.ts';
import type { JobResult } from '../../electron/contract/worker.ts';
import { createStudio, forkWorker, type Studio } from '../../electron/studio/index.ts';
import { heldOut, shape, type Setting } from './estimates.ts';

const BUILT = join(import.meta.dirname, '../../dist/electron');
/** Seconds of steps that a training is given by what was timed: enough for them to weigh more than its beginning and end. */
const STEPS_SECONDS = 12;
const FEWEST_STEPS = 6;
/** Symbols of a text beyond those that it has to have: some repeat. */
const REPEATED = 8000;

/** A text of so many words, each at least once, frequent ones often. */
function textOf(distinct: number): string {
  const random = new Random(distinct);
  const words = Array.from({ length: distinct }, (_, k) => `w${k}`);
  const again = Array.from({ length: REPEATED }, () => `w${Math.floor(distinct ** random.uniform()) - 1}`);
  return [...words, ...again].join(' ');
}

async function ended(studio: Studio, id: string): Promise<Run> {
  return new Promise((resolve) => {
    const release = studio.on('runs.changed', ({ run }) => {
      if (run.id !== id || !['done', 'failed', 'stopped'].includes(run.status)) return;
      release();
      resolve(run);
    });
  });
}

/** Whole trainings by a studio, each beside what was said of it before. */
class Trainings {
  readonly #studio: Studio;
  readonly #folder: string;
  readonly #texts = new Map<number, Corpus>();

  constructor(studio: Studio, folder: string) {
    this.#studio = studio;
    this.#folder = folder;
  }

  async #text(distinct: number): Promise<Corpus> {
    const known = this.#texts.get(distinct);
    if (known) return known;
    const path = join(this.#folder, `${distinct}.txt`);
    await writeFile(path, textOf(distinct));
    const { job } = await this.#studio.request('corpora.import', { file: this.#studio.files.grant(path) });
    const corpus = (await this.#studio.wait(job)) as Corpus;
    const through = { id: corpus.id, tokenizer: 'whitespace', lowercase: false } as const;
    const counted = await this.#studio.request('corpora.statistics', through);
    const statistics = (await this.#studio.wait(counted.job)) as Corpus['statistics'];
    this.#texts.set(distinct, { ...corpus, statistics });
    return { ...corpus, statistics };
  }

  /** @returns seconds: calculated, by steps timed, taken */
  async of({ h, vocabularySize }: Setting, engine: EngineName) {
    const corpus = await this.#text(vocabularySize);
    const { measured } = await this.#studio.request('machine.describe', { measure: true });
    const on = { measured, engine: { engine } };
    const plain = { tokenizer: 'whitespace', lowercase: false, vocabularyLimit: 0, minimumCount: 1, engine } as const;
    const first: Hyperparameters = { ...h, ...plain, validationFraction: 0.1 };
    const { job } = await this.#studio.request('runs.time', { hyperparameters: first, vocabularySize });
    const { timed } = (await this.#studio.wait(job)) as JobResult<'timeStep'>;
    const { secondsPerStep } = estimateRun(first, corpus, { ...on, timed });
    const steps = Math.max(FEWEST_STEPS, Math.round(STEPS_SECONDS / secondsPerStep));
    const every = Math.ceil(steps / 3);
    const hyperparameters = { ...first, steps, reportEvery: every, evaluateEvery: every, checkpointEvery: every };
    const calculated = estimateRun(hyperparameters, corpus, on).seconds;
    const estimated = estimateRun(hyperparameters, corpus, { ...on, timed }).seconds;
    const began = performance.now();
    const run = await this.#studio.request('runs.start', { corpus: corpus.id, hyperparameters });
    const { status, error } = await ended(this.#studio, run.id);
    if (status !== 'done') throw new Error(`The training ended as ${status}: ${JSON.stringify(error)}`);
    return { steps, calculated, estimated, taken: (performance.now() - began) / 1000 };
  }
}

const off = (estimate: number, taken: number) => `${Math.round(100 * (estimate / taken - 1))} %`.padStart(7);

/**
 * Ten whole trainings that no cost was fitted on, on each engine: how long each was estimated to take, by calculation and by
 * steps timed, and how long it took.
 * @param only the settings of these numbers, 1 to 10; all where there are none
 */
export async function measureTrainings(engines: readonly EngineName[], only: readonly number[]): Promise<void> {
  process.env.AESOP_WORKER ??= join(BUILT, 'worker.js');
  const folder = await mkdtemp(join(tmpdir(), 'aesop-bench-'));
  const options = { workspace: join(folder, 'workspace'), resources: folder, launchWorker: forkWorker };
  const studio = await createStudio({ ...options, version: 'bench' });
  const trainings = new Trainings(studio, folder);
  try {
    for (const engine of engines) {
      console.log(`\n${engine}: steps, seconds calculated, by steps timed, and taken`);
      for (const [k, each] of heldOut().entries()) {
        if (only.length > 0 && !only.includes(k + 1)) continue;
        const { steps, calculated, estimated, taken } = await trainings.of(each, engine);
        const figures = [calculated, estimated, taken].map((value) => `${value.toFixed(1).padStart(7)} s`);
        const shares = [calculated, estimated].map((value) => off(value, taken));
        console.log(`  ${shape(each).padEnd(52)}${String(steps).padStart(6)}${figures.join('')}${shares.join('')}`);
      }
    }
  } finally {
    await studio.close();
    await rm(folder, { recursive: true });
  }
}
