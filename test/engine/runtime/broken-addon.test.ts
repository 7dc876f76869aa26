import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { build } from 'vite';
import { nodeConfiguration } from '../../../build/vite.node.mjs';
import { message } from '../../../electron/contract/message.ts';
import type { Runtime } from '../../../electron/engine/runtime/index.ts';
import { writeNote } from '../../../electron/native/installation.mjs';
import { inBoth } from '../../messages/said.ts';

const MODULES = join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-core/package.json')), '..', '..');
const SCRIPT = `
import { loadRuntime } from './load-runtime.js';
console.log(JSON.stringify(await loadRuntime()));
`;

let folder: string;
let addonPackage: string;

/** A program beside a copy of tfjs-node-gpu that has no native files. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aesop-runtime-'));
  vi.stubEnv('AESOP_ENGINES', join(folder, 'engines'));
  const scope = join(folder, 'node_modules', '@tensorflow');
  addonPackage = join(scope, 'tfjs-node-gpu');
  for (const part of ['package.json', 'dist']) {
    cpSync(join(MODULES, '@tensorflow', 'tfjs-node-gpu', part), join(addonPackage, part), { recursive: true });
  }
  for (const name of ['tfjs', 'tfjs-core']) {
    symlinkSync(join(MODULES, '@tensorflow', name), join(scope, name));
  }
  const source = join(import.meta.dirname, '../../../electron/engine/runtime/load-runtime.ts');
  await build(nodeConfiguration({ 'load-runtime': source }, folder, 'es'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'program.js'), SCRIPT);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function runProgram(): Promise<Runtime> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.js')], {
    env: { ...process.env, NODE_PATH: MODULES },
  });
  return JSON.parse(stdout);
}

test('an add-on that does not load: the portable engine steps in and the loader is quoted', async () => {
  mkdirSync(join(addonPackage, 'lib', 'napi-v8'), { recursive: true });
  writeFileSync(join(addonPackage, 'lib', 'napi-v8', 'tfjs_binding.node'), 'not a library');
  const runtime = await runProgram();
  expect(runtime).toMatchObject({ engine: 'portable', backend: 'wasm' });
  expect(inBoth(runtime.reason).en).toContain('tfjs_binding.node');
  expect(inBoth(runtime.install).en).toContain('doctor --remove');
  expect(runtime.libraries.map(({ found }) => found)).toContain(false);
});

const leaveNote = (note: object) => writeNote(realpathSync(folder), note);

test('no add-on: what set-up wrote down is the reason, as a sentence or as a message', async () => {
  const sentences = { reason: 'No compiler is here.', install: 'Install g++.' };
  leaveNote({ engine: 'portable', ...sentences });
  expect(await runProgram()).toMatchObject(sentences);
  const messages = { reason: message('shortfalls.noAvx'), install: '' };
  leaveNote({ engine: 'portable', ...messages, recipe: 1 });
  expect(await runProgram()).toMatchObject(messages);
});

test.each([
  ['no note', undefined],
  ['another engine', { engine: 'abacus', reason: 'No compiler is here.', install: '' }],
  ['a reason that is none', { engine: 'portable', reason: 7, install: { text: 'Install g++.' } }],
])('no add-on and %s: set-up is the advice', async (_, note) => {
  if (note) leaveNote(note);
  const runtime = await runProgram();
  expect(runtime.engine).toBe('portable');
  expect(inBoth(runtime.reason).en).toBe('TensorFlow is not installed.');
  expect(inBoth(runtime.install).en).toContain('npm start');
});
