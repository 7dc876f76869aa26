import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { bringEngine, engineName, type BringOptions } from '../../electron/native/bring-engine.ts';
import { EngineFailure } from '../../electron/native/failure.mjs';
import { ADDON, engineFolder, enginesFolder, writeNote } from '../../electron/native/installation.mjs';
import { message } from '../../electron/contract/message.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { makeWheel, openIndex } from './wheel-server.ts';

const LIBRARY = 'deps/lib/libtensorflow_cc.so.2';
const made = vi.hoisted(() => ({ wheels: {} as Record<string, unknown> }));
vi.mock('../../native/wheels.json', () => ({ default: made.wheels }));

const { wheel, bytes } = makeWheel('tensorflow-cpu', {
  'tensorflow/libtensorflow_cc.so.2': 'library',
  'tensorflow/include/tensorflow/c/c_api.h': 'header',
  'tensorflow/include/tensorflow/compiler/other.h': 'unwanted',
  'tensorflow/include/LICENSE': 'Apache',
  'tensorflow-cpu.dist-info/RECORD': 'unwanted',
});
const members = { tensorflow: '1.0', libraries: ['tensorflow/libtensorflow_cc.so.2'] };
Object.assign(made.wheels, {
  'linux-arm64': { ...members, gigabytes: { cpu: 0 }, cpu: [wheel] },
  'linux-x64': { ...members, gigabytes: { cpu: 1e9 }, cpu: [wheel] },
  msvc: { libraries: [] },
});

let installation: string;
let index: string;
let asked: () => string[];

beforeEach(async () => {
  installation = temporaryFolder();
  vi.stubEnv('AESOP_ENGINES', join(temporaryFolder(), 'Zoë 的 “engines”'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = await openIndex({ wheel, bytes });
  onTestFinished(() => void server.close());
  ({ index, files: asked } = server);
});

const options = (more: Partial<BringOptions> = {}): BringOptions => ({
  system: 'linux-arm64',
  variant: 'cpu',
  sources: { index },
  addon: {
    mark: 'test',
    headers: /^tensorflow\/include\/tensorflow\/c\//,
    async place(engine) {
      expect(readFileSync(join(engine, 'include/tensorflow/c/c_api.h'), 'utf8')).toBe('header');
      mkdirSync(join(engine, 'lib', 'napi-v8'), { recursive: true });
      writeFileSync(join(engine, ADDON), 'add-on');
    },
  },
  prove: async () => {},
  keep: (folder) => writeNote(installation, { folder }),
  progress: () => {},
  signal: new AbortController().signal,
  ...more,
});
const left = () => readdirSync(enginesFolder()).sort();

test('an engine is what is needed of the wheel, and the installation finds it', async () => {
  const told: [string, number][] = [];
  const name = await bringEngine(options({ progress: (...one) => void told.push(one) }));
  const engine = join(enginesFolder(), name);
  expect(engineFolder(installation)).toBe(engine);
  expect(
    readdirSync(engine, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => e.name)
      .sort(),
  ).toEqual(['engine.json', 'libtensorflow_cc.so.2', 'tensorflow-license.txt', 'tfjs_binding.node']);
  expect(told.map(([stage]) => stage)).toEqual(expect.arrayContaining(['downloading', 'unpacking', 'proving']));
  const fractions = told.map(([, fraction]) => fraction);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(left()).toEqual(['installations', name]);
});

test('what is there and whole is used as it is; what was cut short since is brought anew', async () => {
  const name = await bringEngine(options());
  await bringEngine(options());
  expect(asked()).toHaveLength(1);
  writeFileSync(join(enginesFolder(), name, LIBRARY), '');
  await bringEngine(options());
  expect(readFileSync(join(enginesFolder(), name, LIBRARY), 'utf8')).toBe('library');
});

test('two at once bring it once', async () => {
  const names = await Promise.all([bringEngine(options()), bringEngine(options())]);
  expect(names[0]).toBe(names[1]);
  expect(asked()).toHaveLength(1);
});

test('an engine that does not compute never gets its name, and its wheel is not fetched again', async () => {
  const prove = async () => {
    throw new EngineFailure(message('shortfalls.noAvx'), '');
  };
  await expect(bringEngine(options({ prove }))).rejects.toMatchObject({ reason: message('shortfalls.noAvx') });
  expect(engineFolder(installation)).toBeUndefined();
  expect(left().filter((name) => name !== 'downloads')).toEqual([]);
});

test('too little room is said before anything is fetched', async () => {
  await expect(bringEngine(options({ system: 'linux-x64' }))).rejects.toMatchObject({
    reason: { message: 'shortfalls.diskShort', values: { needed: 1e9 } },
  });
  expect(asked()).toEqual([]);
});

test('an engine goes when the last installation that uses it is gone, or uses another one', async () => {
  const first = await bringEngine(options());
  const other = temporaryFolder();
  const another = options({ keep: (folder) => writeNote(other, { folder }) });
  await bringEngine({ ...another, addon: { ...another.addon, mark: 'newer' } });
  expect(existsSync(join(enginesFolder(), first))).toBe(true);
  const newer = await bringEngine({ ...options(), addon: { ...options().addon, mark: 'newer' } });
  expect(left()).toEqual(['installations', newer]);
  expect(newer).toBe(engineName({ ...options(), addon: { ...options().addon, mark: 'newer' } }));
});
