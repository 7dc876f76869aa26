import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { linting } from '../../build/checks/split.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import oxlint from '../../oxlint.config.mjs';

/** Plugins whose rules, as far as they need no types, read the file at hand and no other. */
const ONE_FILE = ['@', '@typescript-eslint', 'regexp', 'svelte'];

test('oxlint keeps the folders of the house apart, knows types from values, and slow expressions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aesop-lint-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('electron/contract/types.ts', "import type { T } from '../messages/types.ts';\nexport type U = T;\n");
  write('electron/contract/values.ts', "export { value } from '../messages/types.ts';\n");
  write('electron/advice/engine.ts', "export { value } from '../engine/random.ts';\n");
  write('electron/studio/tensorflow.ts', "export * from '@tensorflow/tfjs-core';\n");
  write('renderer/electron.ts', "export * from 'electron';\n");
  write('renderer/slow.ts', 'export const blanks = /\\s+$/;\nexport const comments = /^(?:\\s*|a)*$/;\n');
  for (const path of ['oxlint.config.mjs', 'build/lint'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const args = [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs', '-f', 'unix', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stdout).toMatch(/slow\.ts:1:\d+: .*no-super-linear-move/);
  expect(stdout).toMatch(/slow\.ts:2:\d+: .*no-super-linear-backtracking/);
  const refused = [...stdout.matchAll(/^(\S+?):\d+:\d+: .*no-restricted-imports/gm)].map(([, path]) => path);
  expect(refused.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, '')).sort()).toEqual([
    'electron/advice/engine.ts',
    'electron/contract/values.ts',
    'electron/studio/tensorflow.ts',
    'renderer/electron.ts',
  ]);
});

test('files that nobody lints are no error: lint of what changed may be about them alone', () => {
  const paths = ['electron/engine/kernels/wasm/assembly/control.ts'];
  for (const [script, ...args] of linting(paths)) {
    const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT });
    expect(status).toBe(0);
  }
});

test('oxlint has none of the plugins whose rules follow imports or types', () => {
  expect(oxlint).toMatchObject({ plugins: ['eslint', 'typescript'], categories: { correctness: 'off' } });
  expect(oxlint.jsPlugins).toEqual(['eslint-plugin-regexp']);
  expect(oxlint).not.toHaveProperty('options.typeAware');
});

test('no rule of lint looks into another file, or lint of the changed files alone would be wrong', async () => {
  const eslint = new ESLint();
  for (const file of ['renderer/Some.svelte', 'renderer/some.svelte.ts']) {
    const { languageOptions, plugins } = await eslint.calculateConfigForFile(file);
    const { project, projectService, programs } = languageOptions.parserOptions ?? {};
    expect({ project, projectService, programs }, `${file}: without types`).toEqual({});
    expect(Object.keys(plugins).sort(), `${file}: plugins that keep to one file`).toEqual(ONE_FILE);
  }
});
