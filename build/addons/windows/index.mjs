import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPe } from '../checks/pe.mjs';
import { compileArguments } from '../compile-arguments.mjs';
import { ADDON, hostFunctions } from '../sources.mjs';
import { zig } from '../zig.mjs';
import { buildPythonStub, neededPython } from './python-stub.mjs';

const HOST = 'host.cc';

/** @param {string[]} names @returns {string} lines for host.cc */
export const hostNames = (names) => names.map((name, index) => `HOST(${index}, ${name})\n`).join('');

/**
 * Builds the add-on for Windows, and what has to lie beside it for TensorFlow's library to load without Python.
 * @type {import('../index.mjs').Build}
 */
export async function buildForWindows({ target }, { include, libraries: [library] }, folder) {
  const { imports, exports } = await readPe(library);
  copyFileSync(join(dirname(fileURLToPath(import.meta.url)), HOST), join(folder, HOST));
  writeFileSync(join(folder, 'host-names.h'), hostNames(hostFunctions()));
  const offered = exports.filter((name) => /^TFE?_/.test(name));
  writeFileSync(join(folder, 'tf.def'), `LIBRARY ${basename(library)}\nEXPORTS\n${offered.join('\n')}\n`);
  await zig(['dlltool', '-m', 'i386:x86-64', '-d', 'tf.def', '-l', 'libtf.a'], folder);
  const compile = ['c++', '-target', target, '-s', ...compileArguments(include), HOST];
  await zig([...compile, '-o', ADDON, '-L.', '-ltf'], folder);
  const python = neededPython(imports);
  await buildPythonStub(target, python, folder);
  return [ADDON, python.library];
}
