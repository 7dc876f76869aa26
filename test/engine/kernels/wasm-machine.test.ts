import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { nodeConfiguration } from '../../../build/vite.node.mjs';
import { Machine } from '../../../electron/engine/kernels/wasm/machine.ts';
import { operations } from '../../../electron/engine/kernels/wasm/operations.ts';
import { inRows, multiply } from '../../../electron/engine/kernels/wasm/products.ts';
import { Storage } from '../../../electron/engine/kernels/wasm/storage.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

/** 0, 1, 2, … times itself, by all threads. */
function squares(machine: Machine, count: number): boolean {
  const numbers = new Storage(machine, 4 * count);
  const { floats } = machine.heap;
  for (let k = 0; k < count; k++) floats[numbers.at / 4 + k] = k;
  machine.run('multiplyEach', true, numbers.at, numbers.at, numbers.at, count);
  const right = floats
    .subarray(numbers.at / 4, numbers.at / 4 + count)
    .every((value, k) => value === Math.fround(k * k));
  numbers.release();
  return right;
}

test('it computes before its threads have come up, and with them', async () => {
  const machine = new Machine(3);
  expect(squares(machine, 50_000)).toBe(true);
  await vi.waitFor(() => expect(machine.isComplete).toBe(true), 30_000);
  for (let round = 0; round < 200; round++) expect(squares(machine, 10_000)).toBe(true);
  machine.dispose();
});

test('a product has as many rows as a large vocabulary has symbols', () => {
  const machine = new Machine(1);
  const [rows, depth] = [170_000, 2];
  const [left, right] = [new Storage(machine, 4 * rows * depth), Storage.zeros(machine, 32 * depth)];
  const out = Storage.zeros(machine, 32 * rows);
  const { floats } = machine.heap;
  for (let k = 0; k < rows * depth; k++) floats[left.at / 4 + k] = k % 1009;
  floats[right.at / 4] = 1;
  floats[right.at / 4 + 8] = 2;
  const transposed = { at: left.at, stride: 4 * rows, transposed: true, rows, depth, scale: 1 };
  multiply(machine, transposed, inRows(right.at, 32), 1, inRows(out.at, 32));
  const wrong = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => floats[out.at / 4 + 8 * row] !== (row % 1009) + 2 * ((rows + row) % 1009),
  );
  expect(wrong).toEqual([]);
  machine.dispose();
});

test('after a failure nothing is computed any more, and nobody is waited for', async () => {
  const machine = new Machine(2);
  await vi.waitFor(() => expect(machine.isComplete).toBe(true), 30_000);
  Object.assign(operations, { unheard: 1000 });
  expect(() => machine.run('unheard' as 'product', true)).toThrow('unreachable');
  expect(() => squares(machine, 50_000)).toThrow('a thread of the portable engine has failed');
  machine.dispose();
});

test('no process waits for its threads, in a bundle neither', async () => {
  const folder = temporaryFolder();
  const sources = join(import.meta.dirname, '../../../electron/engine/kernels');
  await build(nodeConfiguration({ machine: join(sources, 'wasm/machine.ts') }, folder, 'es'));
  const script = `
    const { Machine } = await import(${JSON.stringify(join(folder, 'machine.js'))});
    const machine = new Machine(2);
    while (!machine.isComplete) await new Promise((resolve) => setTimeout(resolve, 5));
    machine.run('multiplyEach', true, 65536, 65536, 65536, 0);
    console.log('computed');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 60_000,
  });
  expect(stdout).toBe('computed\n');
});
