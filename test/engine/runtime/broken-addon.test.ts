import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from 'vite';
import { nodeConfiguration } from '../../../build/vite.node.mjs';
import type { Runtime } from '../../../electron/engine/runtime/index.ts';

const MODULES = join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-core/package.json')), '..', '..');
const SCRIPT = `
import { loadRuntime } from './load-runtime.js';
import { createRequire } from 'node:module';
const tf = createRequire(import.meta.url)('@tensorflow/tfjs-core');
const runtime = await loadRuntime();
console.log(JSON.stringify({ ...runtime, product: [...tf.matMul(tf.ones([1, 2]), tf.ones([2, 1])).dataSync()] }));
`;

let folder: string;
let addonPackage: string;

/** A program beside a copy of tfjs-node-gpu that has no native files. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aesop-runtime-'));
  const scope = join(folder, 'node_modules', '@tensorflow');
  addonPackage = join(scope, 'tfjs-node-gpu');
  for (const part of ['package.json', 'dist']) {
    cpSync(join(MODULES, '@tensorflow', 'tfjs-node-gpu', part), join(addonPackage, part), { recursive: true });
  }
  for (const name of ['tfjs', 'tfjs-core', 'tfjs-backend-wasm']) {
    symlinkSync(join(MODULES, '@tensorflow', name), join(scope, name));
  }
  const source = join(import.meta.dirname, '../../../electron/engine/runtime/load-runtime.ts');
  await build(nodeConfiguration({ 'load-runtime': source }, folder, 'es'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'program.js'), SCRIPT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function runProgram(): Promise<Runtime & { product: number[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.js')], {
    env: { ...process.env, NODE_PATH: MODULES },
  });
  return JSON.parse(stdout);
}

test('an add-on that does not load: the portable engine computes and the loader is quoted', async () => {
  mkdirSync(join(addonPackage, 'lib', 'napi-v8'), { recursive: true });
  writeFileSync(join(addonPackage, 'lib', 'napi-v8', 'tfjs_binding.node'), 'not a library');
  const runtime = await runProgram();
  expect(runtime).toMatchObject({ engine: 'portable', backend: 'wasm', product: [2] });
  expect(runtime.reason).toContain('tfjs_binding.node');
  expect(runtime.install).toContain('node_modules');
  expect(runtime.libraries.map(({ found }) => found)).toContain(false);
});

test('no add-on: what set-up wrote down is the reason, and without a note set-up is the advice', async () => {
  const bare = await runProgram();
  expect(bare).toMatchObject({ engine: 'portable', reason: 'TensorFlow is not installed.' });
  expect(bare.install).toContain('npm start');
  mkdirSync(join(addonPackage, 'deps'), { recursive: true });
  const note = { engine: 'portable', reason: 'No compiler is here.', install: 'Install g++.' };
  writeFileSync(join(addonPackage, 'deps', 'aesop-runtime.json'), JSON.stringify(note));
  expect(await runProgram()).toMatchObject({ reason: note.reason, install: note.install });
});
