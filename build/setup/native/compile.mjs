import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ADDON } from '../../../electron/native/installation.mjs';
import { EngineFailure } from '../../../electron/native/failure.mjs';
import { compileArguments, HEADERS } from '../../addons/compile-arguments.mjs';
import { SEARCH_PATH } from '../../addons/linux.mjs';
import { run } from '../command.mjs';
import { readJson } from '../files.mjs';
import { timed } from '../progress.mjs';
import { message } from './message.mjs';
import { PACKAGE } from './note.mjs';

/**
 * Compiles tfjs-node-gpu's add-on against TensorFlow's libraries; it finds them at `../../deps/lib` beside itself.
 * @param {string} compiler
 * @param {string} engine folder with TensorFlow's headers in `include` and its libraries in `deps/lib`
 */
async function compileAddon(compiler, engine) {
  const addon = join(engine, ADDON);
  mkdirSync(dirname(addon), { recursive: true });
  const libraries = ['-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'];
  const link = [`-L${join(engine, 'deps', 'lib')}`, ...libraries, `-Wl,-rpath,${SEARCH_PATH}`];
  const args = ['-fPIC', ...compileArguments(join(engine, 'include')), '-o', addon, ...link];
  const { ok, output } = await timed('progress.compiling', {}, () => run(compiler, args));
  if (ok) return;
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? output.trim().split('\n')[0];
  throw new EngineFailure(
    message('shortfalls.notCompiled', { problem: line.trim() }),
    message('remedies.newerCompiler'),
  );
}

/**
 * The add-on as it is compiled here, where there is none that was made beforehand.
 * @param {string} compiler
 * @returns {import('../../../electron/native/index.ts').AddonSource}
 */
export const compiledAddon = (compiler) => ({
  mark: `compiled from ${readJson(join(PACKAGE, 'package.json'))?.version}`,
  headers: HEADERS,
  place: (engine) => compileAddon(compiler, engine),
});
