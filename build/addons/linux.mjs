import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compileArguments } from './compile-arguments.mjs';
import { ADDON, ENTRY } from './sources.mjs';
import { zig } from './zig.mjs';

/** Where the add-on of a placed engine, in lib/napi-v8, finds TensorFlow. */
export const SEARCH_PATH = '$ORIGIN/../../deps/lib';

/**
 * Builds the add-on for a Linux with glibc. Its own C++ library stays inside: were `operator new` seen from outside,
 * TensorFlow would take it for its own.
 * @type {import('./index.mjs').Build}
 */
export async function buildForLinux({ target }, { include, libraries }, folder) {
  writeFileSync(join(folder, 'exports.map'), `{ global: ${ENTRY.map((name) => `${name};`).join(' ')} local: *; };\n`);
  const link = libraries.map((library) => `-l:${basename(library)}`);
  const settings = ['-Wl,--build-id=none', '-Wl,--version-script=exports.map', `-Wl,-rpath,${SEARCH_PATH}`];
  const compile = ['c++', '-target', target, '-fPIC', '-s', ...compileArguments(include)];
  await zig([...compile, '-o', ADDON, `-L${dirname(libraries[0])}`, ...link, ...settings], folder);
  return [ADDON];
}
