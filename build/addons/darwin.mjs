import { compileArguments } from './compile-arguments.mjs';
import { ADDON } from './sources.mjs';
import { zig } from './zig.mjs';

/** Where the add-on of a placed engine, in lib/napi-v8, finds TensorFlow. */
export const SEARCH_PATH = '@loader_path/../../deps/lib';
/** Else the linker writes the path at which it was told to put the file. */
export const INSTALL_NAME = `@rpath/${ADDON}`;

/**
 * Builds the add-on for macOS. The linker strips it, then signs it ad hoc, without which Apple's processors refuse it: whoever
 * changes it afterwards has to sign it anew.
 * @type {import('./index.mjs').Build}
 */
export async function buildForDarwin({ target }, { include, libraries }, folder) {
  const settings = ['-undefined', 'dynamic_lookup', `-Wl,-rpath,${SEARCH_PATH}`, '-install_name', INSTALL_NAME];
  const compile = ['c++', '-target', target, '-fPIC', '-s', ...compileArguments(include)];
  await zig([...compile, '-o', ADDON, ...libraries, ...settings], folder);
  return [ADDON];
}
