import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, run } from '../command.mjs';
import { ROOT } from '../files.mjs';
import { timed } from '../progress.mjs';
import { SetupFailure } from './failure.mjs';
import { message } from './message.mjs';
import { PACKAGE } from './note.mjs';

/** Drops symbols that nothing links to: a quarter of TensorFlow's size. @param {string[]} libraries */
export async function stripLibraries(libraries) {
  const strip = findProgram('strip', 'llvm-strip');
  if (!strip) return;
  for (const library of libraries) {
    const { ok } = await run(strip, ['--strip-unneeded', '-o', `${library}.stripped`, library]);
    if (ok) renameSync(`${library}.stripped`, library);
  }
}

/**
 * Compiles tfjs-node-gpu's add-on against TensorFlow's libraries; it finds them at `../../deps/lib` beside itself.
 * @param {string} compiler
 * @param {string} include folder of TensorFlow's headers
 * @param {string} libraries folder
 * @param {string} addon path to write
 */
export async function compileAddon(compiler, include, libraries, addon) {
  mkdirSync(dirname(addon), { recursive: true });
  const nodeHeaders = join(ROOT, 'node_modules', 'node-api-headers', 'include');
  const headers = [PACKAGE, join(PACKAGE, 'binding'), include, nodeHeaders].map((folder) => `-I${folder}`);
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(PACKAGE, 'binding', file));
  const link = [`-L${libraries}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'];
  const flags = ['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8'];
  const args = [...flags, ...headers, ...sources, '-o', addon, ...link, '-Wl,-rpath,$ORIGIN/../../deps/lib'];
  const { ok, output } = await timed('compiling the add-on', () => run(compiler, args));
  if (ok) return;
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? output.trim().split('\n')[0];
  throw new SetupFailure(
    message('shortfalls.notCompiled', { problem: line.trim() }),
    message('remedies.newerCompiler'),
  );
}
