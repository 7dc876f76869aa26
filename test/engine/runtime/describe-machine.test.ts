import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeMachine, parseGpus } from '../../../electron/engine/runtime/describe-machine.ts';

const LINE = '0, GPU-4711, Example RTX 4090, 24564, 1024, 550.54, 8.9';

test('reads what nvidia-smi answers and leaves out what does not fit', () => {
  expect(parseGpus(`${LINE}\nNo devices were found\n\n`)).toEqual([
    {
      index: 0,
      uuid: 'GPU-4711',
      name: 'Example RTX 4090',
      memoryTotal: 24564 * 1024 ** 2,
      memoryUsed: 1024 ** 3,
      driver: '550.54',
      computeCapability: '8.9',
    },
  ]);
});

describe.runIf(process.platform !== 'win32')('with an nvidia-smi on the path', () => {
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

  test('a GPU and the CUDA libraries are described', async () => {
    addNvidiaSmi(`console.log('${LINE}')`);
    const machine = await describeMachine();
    expect(machine.gpus.map(({ name }) => name)).toEqual(['Example RTX 4090']);
    expect(machine.libraries.map(({ name }) => name)).toContain('libcudnn.so.9');
  });

  test('a driver that hangs costs two seconds, not the answer', async () => {
    addNvidiaSmi('setTimeout(() => {}, 20000)');
    const started = performance.now();
    expect((await describeMachine()).gpus).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
