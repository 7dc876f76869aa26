import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batchShape } from '../../../electron/contract/batch-shape.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { StepTimesFile } from '../../../electron/storage/records/step-times.ts';
import { timedShape } from '../../../electron/worker/runs/time-step.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { localWorker } from '../local-worker.ts';
import { RUN, TINY, workspaceWithRun } from '../training-workspace.ts';

const SMALL: Hyperparameters = { ...defaultHyperparameters(), units: 8, embeddingSize: 4 };
const pathIn = (folder: string) => join(folder, '.cache', 'step-times.json');
const timedIn = (folder: string) => JSON.parse(readFileSync(pathIn(folder), 'utf8')).timed;

beforeEach(() => void vi.stubEnv('AESOP_ENGINE', 'portable'));
afterEach(() => vi.unstubAllEnvs());

const timing = (folder: string, change: Partial<Hyperparameters> = {}) => ({
  workspace: folder,
  hyperparameters: { ...SMALL, ...change },
  vocabularySize: 20,
});

test('steps of a network are timed once, and remembered by what they depend on', async () => {
  const folder = temporaryFolder();
  const { run } = localWorker();
  const { timed } = await run('timeStep', timing(folder));
  expect(timed).toEqual({ engine: 'portable', milliseconds: expect.any(Number) });
  const [entry] = timedIn(folder);
  expect(entry.milliseconds).toBe(timed!.milliseconds);
  const known = { ...entry, milliseconds: 1234 };
  writeFileSync(pathIn(folder), JSON.stringify({ version: 2, tried: [], timed: [known] }));
  // how many there will be, and how fast it learns, changes no step
  const same = await run('timeStep', timing(folder, { steps: 7, learningRate: 0.5, seed: 3 }));
  expect(same.timed!.milliseconds).toBe(1234);
  expect((await run('timeStep', timing(folder, { units: 9 }))).timed!.milliseconds).not.toBe(1234);
  expect(timedIn(folder)).toHaveLength(2);
});

test('it is left off when that is asked for, and nothing is remembered', async () => {
  const folder = temporaryFolder();
  const worker = localWorker();
  const ended = worker.run('timeStep', timing(folder)).catch((end: unknown) => end);
  worker.deliver({ type: 'stop', job: 'job_local1' });
  expect(await ended).toMatchObject({ type: 'stopped' });
  expect(await new StepTimesFile(folder).recallTimed('')).toBeUndefined();
});

test('beside a graphics card that was asked for, nothing is timed', async () => {
  vi.stubEnv('AESOP_ENGINE', '');
  vi.stubEnv('AESOP_DEVICE', 'gpu');
  expect(await localWorker().run('timeStep', timing(temporaryFolder()))).toEqual({});
});

test('of a step that takes long a part is timed, which stands for the whole', () => {
  const wide = { ...SMALL, context: 'sequence', layers: 2, units: 650, embeddingSize: 650 } as const;
  const ptb = { ...wide, sequenceLength: 35, batchSize: 20 };
  const part = timedShape(ptb, 10_000, 'tensorflow')!;
  expect(part.shape.time).toBeLessThan(35);
  expect(part.shape.lanes).toBe(20);
  expect(part.times).toBeGreaterThan(35 / part.shape.time / 2);
  expect(timedShape(SMALL, 20, 'portable')).toEqual({
    shape: { time: batchShape(SMALL).time, lanes: SMALL.batchSize },
    times: 1,
  });
  const windows = { ...wide, context: 'window', windowLength: 16, batchSize: 512 } as const;
  const fewer = timedShape(windows, 10_000, 'tensorflow')!;
  expect(fewer.shape.time).toBe(16);
  expect(fewer.shape.lanes).toBeLessThan(512);
  // its weights alone take too long
  expect(timedShape({ ...wide, layers: 8, units: 4096 }, 1_000_000, 'portable')).toBeUndefined();
});

test('what an earlier Aesop tried is still known, the oldest of many timed is forgotten, a damaged file is as none', async () => {
  const folder = temporaryFolder();
  const file = new StepTimesFile(folder);
  await file.rememberTimed('first', 1);
  const tried = [{ key: 'a', tensorflow: 1, portable: 2 }];
  writeFileSync(pathIn(folder), JSON.stringify({ version: 1, tried }));
  expect(await file.recall('a')).toEqual(tried[0]);
  const timed = Array.from({ length: 200 }, (_, k) => ({ key: `${k}`, milliseconds: 1 }));
  writeFileSync(pathIn(folder), JSON.stringify({ version: 2, tried, timed }));
  await file.rememberTimed('newest', 3);
  expect(await file.recallTimed('0')).toBeUndefined();
  expect(await file.recallTimed('1')).toBe(1);
  expect(await file.recallTimed('newest')).toBe(3);
  expect(await file.recall('a')).toEqual(tried[0]);
  writeFileSync(pathIn(folder), '{"version":2,"tried":[],"timed":[{}]}');
  expect(await file.recallTimed('1')).toBeUndefined();
});

test('a long training says what its steps take before the first, a short one does not wait for it', async () => {
  const started = async (steps: number) => {
    const worker = localWorker();
    const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps, reportEvery: 1 });
    const input = { workspace: workspace.root, run: RUN, resume: false };
    const ended = worker.run('train', input).catch((end: unknown) => end);
    const found = await vi.waitFor(
      () => {
        const message = worker.messages.find(({ type }) => type === 'started');
        expect(message).toBeDefined();
        return message;
      },
      { timeout: 20_000 },
    );
    worker.deliver({ type: 'pause', job: 'job_local1' });
    await ended;
    return found;
  };
  expect(await started(100_000_000)).toMatchObject({ stepMilliseconds: expect.any(Number) });
  expect(await started(5)).not.toHaveProperty('stepMilliseconds');
});
