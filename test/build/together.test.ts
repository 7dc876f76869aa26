import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesTogether, mayShare, pagesTogether } from '../together.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

test.each([
  ['replaces a module', "vi.mock('node:fs/promises')"],
  ['replaces what is global', "vi.stubGlobal('fetch', stub)"],
  ['stops the clock', 'vi.useFakeTimers()'],
  ['changes the environment', "process.env.LC_ALL = 'C'"],
  ['changes what is global', 'globalThis.fetch = stub'],
  ['loads an engine', 'const { engine } = await loadRuntime();'],
])('a test that %s has a process of its own', (_, line) => {
  expect(mayShare('test/contract/any.test.ts', line)).toBe(false);
});

test('one that calls functions, or spies on some, shares a process; where the engine is chosen it does not', () => {
  const line = "expect(cut(vi.spyOn(console, 'log'))).toBe(1)";
  expect(mayShare('test/contract/any.test.ts', line)).toBe(true);
  expect(mayShare('test/renderer/lib/any.test.ts', line)).toBe(true);
  expect(mayShare('test/engine/kernels/any.test.ts', line)).toBe(false);
});

test.each([
  ['functions', filesTogether, 120],
  ['pages', pagesTogether, 60],
])('every file of %s is there once', (_, together, least) => {
  const files = together();
  expect(files.length).toBeGreaterThan(least);
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
