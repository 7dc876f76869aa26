import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesTogether, groupOf } from '../together.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = ['contract', 'engine/kernels', 'renderer/lib'];

test.each([
  ['replaces a module', "vi.mock('node:fs/promises')"],
  ['changes the environment', "process.env.LC_ALL = 'C'"],
  ['changes the environment where it is empty', "process.env.LC_ALL ??= 'C'"],
  ['takes from the environment', 'delete process.env.LC_ALL'],
  ['listens to its process', "process.on('uncaughtException', note)"],
  ['takes away rights', 'process.seteuid?.(65_534)'],
  ['loads what goes with the first file that does', "import { aesop } from '../cli/aesop.ts'"],
  ['changes what is global', 'globalThis.fetch = stub'],
  ['changes what all of a kind have', 'Element.prototype.animate = stub'],
])('a test that %s has a process of its own', (_, line) => {
  for (const folder of FOLDERS) expect(groupOf(`test/${folder}/any.test.ts`, line)).toBeUndefined();
});

test('one that calls functions, spies on some or stubs what is given back shares a process with its kind', () => {
  const lines = [
    "vi.spyOn(console, 'log')",
    "vi.spyOn(HTMLElement.prototype, 'focus')",
    "vi.stubGlobal('fetch', stub)",
    "vi.stubEnv('LC_ALL', 'C')",
    'vi.useFakeTimers()',
    "process.kill(pid, 'SIGKILL')",
    'spawn(process.execPath, process.argv, { env: { ...process.env, LC_ALL: "C" } })',
    "import { WorkerProcess } from './worker-process.ts'",
  ];
  for (const line of lines)
    expect(FOLDERS.map((folder) => groupOf(`test/${folder}/any.test.ts`, line))).toEqual([
      'functions',
      'engine',
      'pages',
    ]);
});

test('one that takes the engine of the machine is with others that do; one that looks which it is, or sets it up, is alone', () => {
  const takes = 'const { engine } = await loadRuntime();';
  expect(groupOf('test/engine/kernels/any.test.ts', takes)).toBe('engine');
  expect(groupOf('test/contract/any.test.ts', takes)).toBe('engine');
  for (const line of ["vi.stubEnv('AESOP_ENGINE', 'portable')", 'expect(tf.getBackend())'])
    expect(groupOf('test/engine/kernels/any.test.ts', `${takes} ${line}`)).toBeUndefined();
});

test.each([
  ['functions', 120],
  ['engine', 40],
  ['pages', 80],
] as const)('every file of %s is there once', (group, least) => {
  const files = filesTogether()[group];
  expect(files.length).toBeGreaterThan(least);
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
