import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { presetHyperparameters } from '../../../electron/advice/presets.ts';
import { forkWorker } from '../../../electron/studio/index.ts';
import { StepTrials } from '../../../electron/studio/runs/try-step.ts';
import { WorkerProcess } from '../../../electron/studio/workers/worker-process.ts';
import type { LaunchOptions, LaunchWorker } from '../../../electron/studio/workers/worker-handle.ts';
import { bundle } from '../../worker/bundle.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { fakeLauncher, type FakeWorker } from '../fake-worker.ts';
import { QUICK, reached, studioWithFable } from '../open-studio.ts';

const network = {
  hyperparameters: { ...presetHyperparameters('fable'), units: 8, embeddingSize: 4 },
  vocabularySize: 20,
  device: 'gpu',
} as const;

const trialsOver = (launch: LaunchWorker, patience?: number) =>
  new StepTrials((purpose, env = {}) => new WorkerProcess(launch({ purpose, env }), () => undefined), patience);

test('steps are tried in a process of their own that sees that device alone, and is ended', async () => {
  const { launch, workers } = fakeLauncher((worker, sent) => {
    if (sent.type === 'job') worker.say({ type: 'done', job: sent.job, result: { tensorflow: 3 } });
  });
  expect(await trialsOver(launch).tryStep(network)).toEqual({ tensorflow: 3 });
  expect(workers[0].options).toEqual({ purpose: 'assist', env: { AESOP_DEVICE: 'gpu' } });
  expect(workers[0].received).toMatchObject([{ kind: 'tryStep', input: network }]);
  expect(workers[0].killed).toBe(true);
});

test('one that crashes, fails or never answers is no time, with the reason', async () => {
  const outcome = (answer: (worker: FakeWorker, job: string) => void, patience?: number) => {
    const { launch } = fakeLauncher((worker, sent) => {
      if (sent.type === 'job') answer(worker, sent.job);
    });
    return trialsOver(launch, patience).tryStep(network);
  };
  expect(await outcome((worker) => worker.die({ signal: 'SIGSEGV' }))).toEqual({
    failure: { message: 'phrases.ended-by-signal', values: { signal: 'SIGSEGV' } },
  });
  const error = { code: 'internal', values: {}, detail: '' };
  expect(await outcome((worker, job) => worker.say({ type: 'failed', job, error }))).toEqual({ failure: 'internal' });
  expect(await outcome(() => undefined, 0.05)).toEqual({
    failure: { message: 'engineChoice.noAnswer', values: { seconds: 0.05 } },
  });
});

test('a run that ends meanwhile ends the trial too', async () => {
  const { launch, workers } = fakeLauncher();
  const trials = trialsOver(launch);
  const trial = trials.tryStep(network);
  trials.end();
  expect(await trial).toMatchObject({ failure: { message: 'phrases.ended-by-signal' } });
  expect(workers[0].killed).toBe(true);
});

test('a training that asks is answered by the studio, and the process that tried is gone by then', async () => {
  const { launch, workers } = fakeLauncher((worker, sent) => {
    if (sent.type !== 'job') return;
    if (sent.kind === 'train') worker.say({ type: 'try', job: sent.job, network });
    else worker.say({ type: 'done', job: sent.job, result: { tensorflow: 3 } });
  });
  const isFake = ({ purpose, env }: LaunchOptions) => purpose === 'train' || env.AESOP_DEVICE !== undefined;
  const launchWorker: LaunchWorker = (options) => (isFake(options) ? launch(options) : forkWorker(options));
  const { studio, corpus } = await studioWithFable(temporaryFolder(), { launchWorker });
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: QUICK });
  const answer = await vi.waitFor(() => {
    const found = workers[0].received.find(({ type }) => type === 'tried');
    expect(found).toBeDefined();
    return found;
  });
  expect(answer).toMatchObject({ trial: { tensorflow: 3 } });
  expect(workers.map(({ options, killed }) => [options.purpose, killed])).toEqual([
    ['train', false],
    ['assist', true],
  ]);
  const paused = reached(studio, id, 'paused');
  await studio.request('runs.pause', { id });
  workers[0].say({ type: 'stopped', job: answer!.job });
  await paused;
});

test('a real process measures what it has, and says what it lacks', async () => {
  vi.stubEnv('AESOP_WORKER', join(await bundle(), 'worker.js'));
  const portable: LaunchWorker = (options) =>
    forkWorker({ ...options, env: { ...options.env, AESOP_ENGINE: 'portable' } });
  expect(await trialsOver(portable).tryStep({ ...network, device: 'cpu' })).toEqual({
    portable: expect.any(Number),
    failure: { message: 'shortfalls.portableAsked', values: {} },
  });
  expect(await trialsOver(portable).tryStep(network)).toMatchObject({
    failure: { message: 'shortfalls.portableAsked' },
  });
});
