import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { StepTimesFile } from '../../../electron/storage/records/step-times.ts';
import { chooseEngine, engineOfRun } from '../../../electron/worker/runs/choose-engine.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { runNamed } from '../../storage/things.ts';

const SMALL: Hyperparameters = { ...defaultHyperparameters(), units: 16, embeddingSize: 8, steps: 1_000_000 };
const VOCABULARY = 50;
const runOf = (change: Partial<Hyperparameters> = {}) => runNamed('run', { hyperparameters: { ...SMALL, ...change } });
const { engine: best } = await loadRuntime();

/** What the file says was tried, and a way to say something else. */
function timesIn(folder: string) {
  const path = join(folder, '.cache', 'step-times.json');
  const read = () => JSON.parse(readFileSync(path, 'utf8'));
  const write = (tensorflow: number, portable: number) => {
    const { tried, ...file } = read();
    writeFileSync(path, JSON.stringify({ ...file, tried: [{ ...tried[0], tensorflow, portable }] }));
  };
  return { read, write };
}

function choosing(folder: string) {
  const lines: string[] = [];
  const around = { card: async () => undefined, tryStep: async () => ({}), log: (line: string) => lines.push(line) };
  const choose = async (run = runOf(), begun = false) => {
    const { runtime, kernels } = await chooseEngine(folder, run, VOCABULARY, begun, around);
    return { engine: runtime.engine, kernels: kernels.name, reason: runtime.reason };
  };
  return { lines, choose };
}

test.runIf(best === 'tensorflow')('both engines are tried once on a network, the quicker one is taken', async () => {
  const folder = temporaryFolder();
  const { lines, choose } = choosing(folder);
  const first = await choose();
  expect(lines).toHaveLength(1);
  const { tried } = timesIn(folder).read();
  const quicker = tried[0].portable < 0.95 * tried[0].tensorflow ? 'portable' : 'tensorflow';
  expect(first.engine).toBe(quicker);
  expect(await choose()).toEqual(first);
  expect(lines).toHaveLength(1);
  await choose(runOf({ units: 17 }));
  expect(lines).toHaveLength(2);
});

test.runIf(best === 'tensorflow')('what was tried decides, with its reason', async () => {
  const folder = temporaryFolder();
  const { choose } = choosing(folder);
  await choose();
  const { write } = timesIn(folder);
  write(4, 3);
  const less = { amount: 0.25, as: 'percent' };
  expect(await choose()).toEqual({
    engine: 'portable',
    kernels: 'wasm',
    reason: { message: 'engineChoice.portableQuicker', values: { less } },
  });
  write(3, 4);
  expect(await choose()).toEqual({
    engine: 'tensorflow',
    kernels: 'tensorflow',
    reason: { message: 'engineChoice.tensorflowQuicker', values: { less } },
  });
  write(4, 3.9);
  expect(await choose()).toMatchObject({ engine: 'tensorflow', reason: { message: 'engineChoice.asQuick' } });
});

test('settings decide otherwise, and a run that goes on stays where it began', async () => {
  const folder = temporaryFolder();
  const { lines, choose } = choosing(folder);
  const asked = await choose(runOf({ engine: 'portable' }));
  expect(asked).toMatchObject({ engine: 'portable', reason: { message: 'engineChoice.chosen' } });
  expect((await choose(runOf({ engine: 'tensorflow' }))).engine).toBe(best);
  const reason = 'as measured then';
  const engine = { engine: 'portable', backend: 'wasm', device: 'cpu', label: 'portable', reason } as const;
  const begun = { ...runOf({ engine: 'tensorflow' }), engine };
  expect(await choose(begun, true)).toEqual({ engine: 'portable', kernels: 'wasm', reason });
  expect((await engineOfRun(begun)).runtime.engine).toBe('portable');
  expect(lines).toEqual([]);
});

test('a run of seconds is not worth a trial', async () => {
  const folder = temporaryFolder();
  const { lines, choose } = choosing(folder);
  expect((await choose(runOf({ steps: 5 }))).engine).toBe(best);
  expect(lines).toEqual([]);
});

test('a network so large that a step takes long is not tried', async () => {
  const { lines, choose } = choosing(temporaryFolder());
  expect((await choose(runOf({ units: 4096, layers: 4, context: 'sequence' }))).engine).toBe(best);
  expect(lines).toEqual([]);
});

test('where the portable engine was asked for, nothing else is loaded or tried', async () => {
  vi.stubEnv('AESOP_ENGINE', 'portable');
  const { lines, choose } = choosing(temporaryFolder());
  await choose(runOf({ engine: 'tensorflow' }));
  expect(lines).toEqual([]);
});

test('a damaged file of times is as none, and the oldest of many is forgotten', async () => {
  const folder = temporaryFolder();
  const file = new StepTimesFile(folder);
  for (let k = 0; k < 202; k++) await file.remember({ key: `${k}`, tensorflow: 1, portable: 2 });
  expect(await file.recall('1')).toBeUndefined();
  expect(await file.recall('2')).toEqual({ key: '2', tensorflow: 1, portable: 2 });
  writeFileSync(join(folder, '.cache', 'step-times.json'), '{"version":1,"tried":[{}]}');
  expect(await file.recall('2')).toBeUndefined();
  await file.remember({ key: 'new', tensorflow: 1, portable: 2 });
  expect(await file.recall('new')).toBeDefined();
});
