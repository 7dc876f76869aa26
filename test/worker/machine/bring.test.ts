import { join } from 'node:path';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Shortfall } from '../../../electron/engine/runtime/types.ts';
import { ADDON, engineFolder, readNote } from '../../../electron/native/installation.mjs';
import { bring } from '../../../electron/worker/machine/bring.ts';
import { dismiss } from '../../../electron/worker/machine/dismiss.ts';
import { LessonWords } from '../../../electron/worker/lesson-words.ts';
import { makeWheel, openIndex } from '../../native/wheel-server.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const here = vi.hoisted(() => ({
  installation: '',
  offered: undefined as object | undefined,
  shortfall: undefined as Shortfall | undefined,
  wheels: {} as Record<string, unknown>,
}));
vi.mock('../../../native/wheels.json', () => ({ default: here.wheels }));
vi.mock('../../../electron/native/offers.ts', () => ({ offeredEngine: async () => here.offered }));
vi.mock('../../../electron/engine/runtime/index.ts', () => ({
  installationFolder: () => here.installation,
  tryEngine: async () => here.shortfall,
}));

const { wheel, bytes } = makeWheel('tensorflow-cpu', { 'tensorflow/libtensorflow_cc.so.2': 'library' });
Object.assign(here.wheels, {
  'linux-x64': {
    tensorflow: '1.0',
    libraries: ['tensorflow/libtensorflow_cc.so.2'],
    gigabytes: { cpu: 0 },
    cpu: [wheel],
  },
  msvc: { libraries: [] },
});
const context = (signal = new AbortController().signal) => ({
  tell: () => {},
  progress: vi.fn(),
  signal,
  requested: () => undefined,
  words: new LessonWords(),
  tryStep: async () => ({}),
  log: () => {},
});

beforeEach(async () => {
  const server = await openIndex({ wheel, bytes });
  onTestFinished(() => void server.close());
  vi.stubEnv('AESOP_ENGINES', join(temporaryFolder(), 'engines'));
  vi.stubEnv('AESOP_WHEEL_INDEX', server.index);
  onTestFinished(() => void vi.unstubAllEnvs());
  here.installation = temporaryFolder();
  here.shortfall = undefined;
  here.offered = {
    system: 'linux-x64',
    addon: {
      mark: 'test',
      async place(engine: string) {
        mkdirSync(join(engine, 'lib', 'napi-v8'), { recursive: true });
        writeFileSync(join(engine, ADDON), 'add-on');
      },
    },
  };
});

test('an engine is brought for this installation, told in shares, and given up again', async () => {
  const told = context();
  const { engine } = await bring({ variant: 'cpu', index: '' }, told);
  expect(engineFolder(here.installation)?.endsWith(engine)).toBe(true);
  expect(readNote(here.installation)).toMatchObject({ engine: 'tensorflow', variant: 'cpu', reason: '' });
  expect(told.progress.mock.lastCall?.[0]).toBeGreaterThan(0.9);
  await dismiss({}, told);
  expect(engineFolder(here.installation)).toBeUndefined();
});

test('the mirror of the settings comes before what the environment names', async () => {
  const index = process.env.AESOP_WHEEL_INDEX!;
  vi.stubEnv('AESOP_WHEEL_INDEX', 'http://127.0.0.1:9/simple');
  vi.stubEnv('PATH', temporaryFolder());
  await bring({ variant: 'cpu', index }, context());
  expect(engineFolder(here.installation)).toBeDefined();
});

test('a folder that a person names is all that is asked: it has the wheel, or what it lacks is named', async () => {
  vi.stubEnv('PATH', temporaryFolder());
  const folder = join(temporaryFolder(), '轮子 é');
  mkdirSync(folder);
  await expect(
    bring({ variant: 'cpu', index: process.env.AESOP_WHEEL_INDEX!, folder }, context()),
  ).rejects.toMatchObject({
    code: 'engine-not-brought',
    values: {
      reason: { message: 'shortfalls.notInFolder', values: { files: 'tensorflow_cpu-1.0-…any.whl' } },
      advice: { message: 'remedies.fillFolder' },
    },
  });
  expect(engineFolder(here.installation)).toBeUndefined();
  writeFileSync(join(folder, 'tensorflow_cpu-1.0-cp311-cp311-any.whl'), bytes);
  await bring({ variant: 'cpu', index: '', folder }, context());
  expect(engineFolder(here.installation)).toBeDefined();
  expect(existsSync(join(folder, 'tensorflow_cpu-1.0-cp311-cp311-any.whl'))).toBe(true);
});

test('one that does not compute here is told with why and what to do, and is not used', async () => {
  here.shortfall = { reason: 'No AVX.', install: 'Another computer.' };
  await expect(bring({ variant: 'cpu', index: '' }, context())).rejects.toMatchObject({
    code: 'engine-not-brought',
    values: { reason: 'No AVX.', advice: 'Another computer.' },
  });
  expect(engineFolder(here.installation)).toBeUndefined();
});

test('what cannot be downloaded is told the same way', async () => {
  vi.stubEnv('AESOP_WHEEL_INDEX', 'http://127.0.0.1:9/simple');
  vi.stubEnv('PATH', temporaryFolder());
  await expect(bring({ variant: 'cpu', index: '' }, context())).rejects.toMatchObject({
    code: 'engine-not-brought',
    values: { reason: { message: 'shortfalls.notDownloaded' }, advice: { message: 'remedies.connectAndSetUp' } },
  });
});

test('where nothing is offered nothing is brought', async () => {
  here.offered = undefined;
  await expect(bring({ variant: 'gpu', index: '' }, context())).rejects.toMatchObject({ code: 'engine-not-offered' });
});

test('it may be left off', async () => {
  const abort = new AbortController();
  abort.abort();
  await expect(bring({ variant: 'cpu', index: '' }, context(abort.signal))).rejects.toMatchObject({
    name: 'AbortError',
  });
});
