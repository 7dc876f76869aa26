import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { createStudio, forkWorker, type LaunchWorker } from '../../../electron/studio/index.ts';
import { JobStopped } from '../../../electron/studio/jobs/jobs.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher } from '../fake-worker.ts';
import { QUICK, reached, RESOURCES, studioWithFable } from '../open-studio.ts';

const network = { hyperparameters: { ...defaultHyperparameters(), units: 8, embeddingSize: 4 }, vocabularySize: 20 };
const TIMED = { timed: { engine: 'portable', milliseconds: 7 } } as const;

/** Processes that time are fakes, which answer at once or never; the others are real. */
function timingBy(answers: boolean) {
  const { launch, workers } = fakeLauncher((worker, sent) => {
    if (sent.type === 'stop') worker.say({ type: 'stopped', job: sent.job });
    else if (sent.type === 'job' && answers) worker.say({ type: 'done', job: sent.job, result: TIMED });
  });
  const launchWorker: LaunchWorker = (options) => (options.purpose === 'train' ? forkWorker(options) : launch(options));
  return { launchWorker, workers };
}

async function studioOver(launchWorker: LaunchWorker) {
  const studio = await createStudio({ workspace: temporaryFolder(), resources: RESOURCES, launchWorker, version: '0' });
  return { studio, time: async () => studio.wait((await studio.request('runs.time', network)).job) };
}

test('a network is timed in a process of its own, which stays for the next', async () => {
  const { launchWorker, workers } = timingBy(true);
  const { studio, time } = await studioOver(launchWorker);
  expect(await time()).toEqual(TIMED);
  expect(await time()).toEqual(TIMED);
  expect(workers).toHaveLength(1);
  expect(workers[0].received[0]).toMatchObject({
    kind: 'timeStep',
    input: { ...network, workspace: studio.folders.workspace },
  });
  await studio.close();
  expect(workers[0].killed).toBe(true);
});

test('one that nobody waits for is left off, and none is begun where that is switched off', async () => {
  const { launchWorker, workers } = timingBy(false);
  const { studio, time } = await studioOver(launchWorker);
  const { job } = await studio.request('runs.time', network);
  const ended = studio.wait(job);
  await vi.waitFor(() => expect(workers[0]?.received).toHaveLength(1));
  await studio.request('jobs.cancel', { job });
  await expect(ended).rejects.toThrow(JobStopped);
  await studio.request('settings.set', { timeSteps: false });
  await expect(time()).rejects.toThrow(JobStopped);
  expect(workers[0].received).toHaveLength(2);
  await studio.close();
});

test('a training that begins ends what is being timed at once, and none goes on beside it', async () => {
  const { launchWorker, workers } = timingBy(false);
  const { studio, corpus } = await studioWithFable(temporaryFolder(), { launchWorker });
  const time = async () => studio.wait((await studio.request('runs.time', network)).job);
  const timing = time();
  timing.catch(() => {});
  await vi.waitFor(() => expect(workers.at(-1)?.received).toHaveLength(1));
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: QUICK });
  const done = reached(studio, id, 'done');
  await expect(timing).rejects.toThrow(JobStopped);
  const process = workers.at(-1)!;
  expect(process.killed).toBe(true);
  await expect(time()).rejects.toThrow(JobStopped);
  expect(workers.at(-1)).toBe(process);
  await done;
  await vi.waitFor(async () => {
    await studio.request('runs.time', network);
    expect(workers.at(-1)).not.toBe(process);
  });
});

test('real steps are timed and remembered in the workspace', async () => {
  const { studio } = await studioWithFable(temporaryFolder());
  const time = async () => studio.wait((await studio.request('runs.time', network)).job);
  const first = await time();
  expect(first).toEqual({ timed: { engine: 'portable', milliseconds: expect.any(Number) } });
  expect(await time()).toEqual(first);
  const { timed } = JSON.parse(readFileSync(join(studio.folders.workspace, '.cache', 'step-times.json'), 'utf8'));
  expect(timed).toHaveLength(1);
});
