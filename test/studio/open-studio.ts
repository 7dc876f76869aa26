import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Run, RunStatus } from '../../electron/contract/run.ts';
import { createStudio, forkWorker, type Studio, type StudioOptions } from '../../electron/studio/index.ts';
import { bundle } from '../worker/bundle.ts';

export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));
export const FABLE = join(RESOURCES, 'corpora', 'belling-the-cat.txt');

/** A few seconds of training, with reports and checkpoints all along. */
export const QUICK: Partial<Hyperparameters> = {
  units: 24,
  embeddingSize: 12,
  steps: 60,
  reportEvery: 5,
  evaluateEvery: 20,
  checkpointEvery: 20,
};
/** Never ends by itself. */
export const ENDLESS: Partial<Hyperparameters> = { ...QUICK, steps: 10_000_000 };

/** A studio over real worker processes; it closes with the test. */
export async function openStudio(workspace: string, options: Partial<StudioOptions> = {}): Promise<Studio> {
  vi.stubEnv('AESOP_WORKER', join(await bundle(), 'worker.js'));
  vi.stubEnv('AESOP_ENGINE', 'portable');
  const studio = await createStudio({
    workspace,
    resources: RESOURCES,
    launchWorker: forkWorker,
    version: '0.0.0-test',
    ...options,
  });
  onTestFinished(() => studio.close());
  return studio;
}

export async function importFable(studio: Studio): Promise<Corpus> {
  const { job } = await studio.request('corpora.import', { file: studio.files.grant(FABLE), name: 'The Fable' });
  return (await studio.wait(job)) as Corpus;
}

/** The next change of a run that brings it to one of those states; a failure that is none of them fails the test. */
export function reached(studio: Studio, id: string, ...statuses: RunStatus[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const release = studio.on('runs.changed', ({ run }) => {
      const awaited = statuses.includes(run.status);
      if (run.id !== id || (!awaited && run.status !== 'failed')) return;
      release();
      if (awaited) resolve(run);
      else reject(new Error(`The run failed: ${JSON.stringify(run.error)}`));
    });
  });
}

export function reported(studio: Studio, id: string, step = 0): Promise<void> {
  return new Promise((resolve) => {
    const release = studio.on('runs.report', (event) => {
      if (event.id !== id || event.report.step < step) return;
      release();
      resolve();
    });
  });
}

export const runOf = async (studio: Studio, id: string): Promise<Run | undefined> =>
  (await studio.request('studio.state', {})).runs.find((run) => run.id === id);
