import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ADDON } from '../../../electron/native/installation.mjs';
import { EngineFailure } from '../../../electron/native/failure.mjs';
import { run } from '../command.mjs';
import { readJson, ROOT } from '../files.mjs';
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
  const nodeHeaders = join(ROOT, 'node_modules', 'node-api-headers', 'include');
  const folders = [PACKAGE, join(PACKAGE, 'binding'), join(engine, 'include'), nodeHeaders];
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(PACKAGE, 'binding', file));
  const libraries = ['-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'];
  const link = [`-L${join(engine, 'deps', 'lib')}`, ...libraries, '-Wl,-rpath,$ORIGIN/../../deps/lib'];
  const flags = ['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8'];
  const args = [...flags, ...folders.map((folder) => `-I${folder}`), ...sources, '-o', addon, ...link];
  const { ok, output } = await timed('compiling the add-on', () => run(compiler, args));
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
  headers: true,
  place: (engine) => compileAddon(compiler, engine),
});
