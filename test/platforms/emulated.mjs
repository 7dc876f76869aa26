import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADDON } from '../../electron/native/installation.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { engineOf } from './engine.mjs';
import { complete } from './host.mjs';
import { checkDoctor, checkKilled, checkStory, programOn } from './program.mjs';
import { checkServer } from './server.mjs';

const COMPUTES = fileURLToPath(new URL('./checks/computes.mjs', import.meta.url));
const FABLE = join(ROOT, 'resources', 'corpora', 'belling-the-cat.txt');

/** @param {import('./host.mjs').Host} host @param {string} engine */
async function computes(host, engine) {
  const { stdout } = await complete(host, COMPUTES, [host.path(join(engine, ADDON))]);
  const found = JSON.parse(stdout.trim().split(/\r?\n/).pop() ?? '');
  assert.match(found.tensorflow, /^2\.\d+/);
  return found;
}

/**
 * Everything that an emulated system is asked for: the add-on alone, then the built program.
 * @param {import('./host.mjs').Host} host
 * @returns {AsyncGenerator<[name: string, found: unknown]>}
 */
export async function* checksOn(host) {
  try {
    const system = /** @type {import('../../electron/native/systems.ts').System} */ (host.system);
    const engine = await engineOf(system, async (folder) => void (await computes(host, folder)));
    yield ['add-on', await computes(host, engine)];
    const program = programOn(host, engine);
    yield ['doctor', await checkDoctor(program)];
    yield ['story', await checkStory(program, host.path(FABLE), host.settings)];
    yield ['killed and resumed', await checkKilled(program, host.path(FABLE))];
    yield ['server and page', await checkServer(program)];
  } finally {
    rmSync(host.work, { recursive: true, force: true, maxRetries: 5 });
  }
}
