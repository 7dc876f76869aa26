import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesTogether, mayShare } from '../together.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

test.each([
  ['replaces a module', "vi.mock('node:fs/promises')"],
  ['replaces a function', "vi.spyOn(console, 'log')"],
  ['stops the clock', 'vi.useFakeTimers()'],
  ['changes the environment', "process.env.LC_ALL = 'C'"],
  ['changes what is global', 'globalThis.fetch = stub'],
])('a test that %s has a process of its own', (_, line) => {
  expect(mayShare('test/contract/any.test.ts', line)).toBe(false);
});

test('one that calls functions shares a process; beside a page or an engine it does not', () => {
  const line = 'expect(cut(vi.fn())).toBe(1)';
  expect(mayShare('test/contract/any.test.ts', line)).toBe(true);
  expect(mayShare('test/renderer/lib/any.test.ts', line)).toBe(false);
  expect(mayShare('test/engine/kernels/any.test.ts', line)).toBe(false);
});

test('every such file is there once', () => {
  const files = filesTogether();
  expect(files.length).toBeGreaterThan(80);
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
