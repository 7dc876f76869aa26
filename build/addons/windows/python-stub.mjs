import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zig } from '../zig.mjs';

const SOURCE = 'python-stub.c';
const DATA = /^(PyExc_\w+|Py\w+_Type|_Py_\w+Struct)$/;

/** @param {string} name imported from Python @returns {boolean} whether it is an object rather than a function */
export const isData = (name) => DATA.test(name);

/**
 * Which library of Python a library needs, and what of it.
 * @param {import('../checks/facts.mjs').Import[]} imports
 * @returns {{ library: string, names: string[] }} e.g. `python311.dll`; throws when it needs none, or several
 */
export function neededPython(imports) {
  const ofPython = imports.filter(({ from }) => /^python3\d+\.dll$/i.test(from));
  const [library, ...others] = new Set(ofPython.map(({ from }) => from));
  if (!library || others.length > 0)
    throw new Error(`TensorFlow's library needs ${[library, ...others].join(', ') || 'no Python'}: look at it anew.`);
  return { library, names: ofPython.map(({ name }) => name).sort() };
}

/**
 * Builds the stand-in for Python's library.
 * @param {string} target as zig calls it
 * @param {{ library: string, names: string[] }} needed
 * @param {string} folder
 */
export async function buildPythonStub(target, { library, names }, folder) {
  copyFileSync(join(dirname(fileURLToPath(import.meta.url)), SOURCE), join(folder, SOURCE));
  const lines = names.map((name) => `${isData(name) ? 'DATA' : 'FUNCTION'}(${name})\n`);
  writeFileSync(join(folder, 'python-names.h'), lines.join(''));
  await zig(['cc', '-target', target, '-O2', '-s', '-shared', SOURCE, '-o', library], folder);
}
