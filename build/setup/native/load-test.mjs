import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../command.mjs';
import { EngineFailure } from '../../../electron/native/failure.mjs';
import { message } from './message.mjs';

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), 'try-addon.mjs');

/** Proves in a process of its own that an add-on loads and computes. @param {string} addon path */
export async function testAddon(addon) {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  const { ok, signal, output } = await run(process.execPath, [SCRIPT, addon], { env, timeout: 120_000 });
  if (ok) return;
  if (signal === 'SIGILL') throw new EngineFailure(message('shortfalls.noAvx'), '');
  const error = output.split('\n').find((line) => /Error: /.test(line)) ?? signal;
  throw new EngineFailure(message('shortfalls.notLoadingHere', { problem: error.trim() }), '');
}
