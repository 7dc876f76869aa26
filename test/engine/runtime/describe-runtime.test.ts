import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { machineSchema } from '../../../electron/contract/machine.ts';
import { message } from '../../../electron/contract/message.ts';
import { parseGpus } from '../../../electron/engine/runtime/gpus.ts';
import { cardInUse, describeRuntime, engineOf, type Runtime } from '../../../electron/engine/runtime/index.ts';
import { inBoth } from '../../messages/said.ts';

const LINE = '0, GPU-4711, Example RTX 4090, 24564, 23100, 550.54';
const GPU = {
  ...{ index: 0, uuid: 'GPU-4711', name: 'Example RTX 4090', driver: '550.54' },
  ...{ memory: 24564 * 1024 ** 2, free: 23100 * 1024 ** 2 },
};
/** All but what can be brought, which the runtime does not know. */
const described = machineSchema.omit({ offers: true, brought: true });
const portable: Runtime = {
  engine: 'portable',
  backend: 'wasm',
  device: 'cpu',
  reason: 'No compiler is here.',
  install: 'Install g++.',
  threads: 1,
  precision: 'float32',
  libraries: [],
};
const native: Runtime = {
  ...portable,
  engine: 'tensorflow',
  backend: 'tensorflow',
  tensorflowVersion: '2.21.0',
  reason: '',
  install: '',
  threads: 2,
};

test('reads what nvidia-smi answers and leaves out what does not fit', () => {
  expect(parseGpus(`${LINE}\nNo devices were found\n\n`)).toEqual([GPU]);
  const { free: _, ...shared } = GPU;
  expect(parseGpus(LINE.replace('24564, 23100', '[N/A], [N/A]'))).toEqual([{ ...shared, memory: 0 }]);
});

test('the card that computes is the one that TensorFlow may see, by number or by UUID', () => {
  const second = { ...GPU, index: 1, uuid: 'GPU-0815' };
  const both = [GPU, second];
  expect(cardInUse(both, '1')).toBe(second);
  expect(cardInUse(both, 'GPU-08')).toBe(second);
  expect(cardInUse(both, '0')).toBe(GPU);
  expect(cardInUse(both, 'MIG-1')).toBe(GPU);
  expect(cardInUse([], '0')).toBeUndefined();
});

test('an engine is told in a line', () => {
  expect(engineOf(native).label).toBe('TensorFlow 2.21.0 on CPU, 2 threads');
  expect(engineOf({ ...native, device: 'gpu' }).label).toBe('TensorFlow 2.21.0 on GPU');
  expect(engineOf(portable)).toMatchObject({ label: expect.stringContaining('WebAssembly'), reason: portable.reason });
});

describe.runIf(process.platform !== 'win32')('doctor', () => {
  let folder: string;
  const addNvidiaSmi = (script: string) => {
    writeFileSync(join(folder, 'nvidia-smi'), `#!${process.execPath}\n${script}`);
    chmodSync(join(folder, 'nvidia-smi'), 0o755);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aesop-gpu-'));
    vi.stubEnv('PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('says why the engine is not better and what to install', async () => {
    const machine = described.parse(await describeRuntime(portable));
    expect(machine.gpus).toEqual([]);
    expect(machine.checks.at(-1)).toMatchObject({ name: 'engine', ok: false, fix: 'Install g++.' });
    expect(described.parse(await describeRuntime(native)).checks.at(-1)).toMatchObject({ ok: true, fix: '' });
  });

  test('what set-up wrote down crosses to the page, a message in a message too', async () => {
    const reason = message('shortfalls.toolsMissing', { tools: message('tools.pip') });
    const machine = described.parse(await describeRuntime({ ...portable, reason }));
    const { found } = machine.checks.at(-1)!;
    expect(inBoth(found).en).toBe(
      'portable engine (WebAssembly) on CPU, 1 thread. TensorFlow cannot be set up without Python with pip.',
    );
    expect(inBoth(found).zh).toContain('缺少：带 pip 的 Python。');
  });

  test('describes a GPU, its driver and the CUDA libraries', async () => {
    addNvidiaSmi(`console.log('${LINE}')`);
    const machine = described.parse(await describeRuntime(native));
    expect([machine.gpus, machine.card]).toEqual([[GPU], undefined]);
    expect(described.parse(await describeRuntime({ ...native, device: 'gpu' })).card).toEqual(GPU);
    const checks = Object.fromEntries(machine.checks.map((check) => [check.name, check]));
    expect(checks.card.found).toContain('Example RTX 4090, 25.8 GB');
    expect(checks.driver).toMatchObject({ ok: true, found: '550.54' });
    expect(checks.cuda.ok).toBe(!inBoth(checks.cuda.found).en.startsWith('missing'));
    expect(checks.cuda.fix === '').toBe(checks.cuda.ok);
  });

  test.each([
    ['linux', 'arm64'],
    ['win32', 'x64'],
  ] as const)(
    'for %s-%s, where TensorFlow uses no card, nothing is to be installed for one',
    async (platform, arch) => {
      addNvidiaSmi(`console.log('${LINE}')`);
      vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
      vi.spyOn(process, 'arch', 'get').mockReturnValue(arch);
      const { checks } = await describeRuntime(native);
      vi.restoreAllMocks();
      const about = checks.filter(({ name }) => ['card', 'driver', 'cuda'].includes(name));
      expect(about).toMatchObject([{ name: 'card', ok: true, fix: '' }]);
      expect(inBoth(about[0].found)).toEqual({
        en: 'Example RTX 4090, 25.8 GB; on this system TensorFlow computes on the processor alone',
        zh: 'Example RTX 4090, 25.8 GB；此系统上的 TensorFlow 只在处理器上计算',
      });
    },
  );

  test.each([
    ['470.63.01', false],
    ['525.60.12', false],
    ['525.60.13', true],
    ['525.105', true],
    ['600', true],
  ])('a driver %s: new enough is %s', async (driver, ok) => {
    addNvidiaSmi(`console.log('${LINE.replace('550.54', driver)}')`);
    const { checks } = await describeRuntime(native);
    const found = checks.find(({ name }) => name === 'driver')!;
    expect(found.ok).toBe(ok);
    expect(inBoth(found.fix).en.includes('525.60.13')).toBe(!ok);
  });

  test.each([
    ['5.2', false, 'Example RTX 4090, 25.8 GB', /compute capability 6\.0 or newer .*; this one has 5\.2/],
    ['6.1', true, 'Example RTX 4090, 25.8 GB', /^$/],
    ['9.0', true, 'Example RTX 4090, 25.8 GB', /^$/],
    ['12.0', true, 'Example RTX 4090, 25.8 GB; newer than TensorFlow', /^$/],
    ['[N/A]', true, 'Example RTX 4090, 25.8 GB', /^$/],
  ])('a card of compute capability %s: fit is %s', async (capability, ok, found, fix) => {
    addNvidiaSmi(`console.log(process.argv[2].includes('compute_cap') ? '0, ${capability}' : '${LINE}')`);
    const { checks } = await describeRuntime(native);
    const card = checks.find(({ name }) => name === 'card')!;
    expect([card.ok, inBoth(card.found).en.startsWith(found)]).toEqual([ok, true]);
    expect(inBoth(card.fix).en).toMatch(fix);
  });

  test('a driver that hangs costs some seconds, not the answer', async () => {
    addNvidiaSmi('setTimeout(() => {}, 600_000)');
    const started = performance.now();
    expect((await describeRuntime(native)).gpus).toEqual([]);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
