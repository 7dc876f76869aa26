import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Run, RunStatus } from '../../electron/contract/run.ts';
import { createStudio, forkWorker, type Studio, type StudioOptions } from '../../electron/studio/index.ts';
import type { LaunchOptions, WorkerHandle } from '../../electron/studio/workers/worker-handle.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { keepWorkers } from '../tools/kept-workers.mjs';
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

/** A worker process; one for short jobs may have been another studio's. */
function keptWorker(options: LaunchOptions): WorkerHandle {
  const keepNoMore = keepWorkers();
  try {
    return forkWorker(options);
  } finally {
    keepNoMore();
  }
}

/** A studio over real worker processes; it closes with the test. */
export async function openStudio(workspace: string, options: Partial<StudioOptions> = {}): Promise<Studio> {
  vi.stubEnv('AESOP_WORKER', join(await bundle(), 'worker.js'));
  vi.stubEnv('AESOP_ENGINE', 'portable');
  const studio = await createStudio({
    workspace,
    resources: RESOURCES,
    launchWorker: keptWorker,
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

/** What a workspace holds into which the fable came: its files by their paths in it. */
async function importedFable() {
  const workspace = temporaryFolder();
  const studio = await openStudio(workspace);
  const fable = await importFable(studio);
  await studio.close();
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(workspace, path), await readFile(path)] as const),
  );
  return { fable, files };
}
let imported: ReturnType<typeof importedFable> | undefined;

/** A studio over a new workspace in which the fable is: it came in once, for all tests of the process. */
export async function studioWithFable(workspace: string, options: Partial<StudioOptions> = {}) {
  const { fable, files } = await (imported ??= importedFable());
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), bytes);
  }
  return { studio: await openStudio(workspace, options), fable, corpus: fable.id };
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
