import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../files.mjs';
import { testAddon } from './load-test.mjs';
import { PACKAGE } from './note.mjs';

/** @param {string} source @param {string} target replaced in one step; linked, copied where links are impossible */
function putFile(source, target) {
  const temporary = `${target}.new`;
  rmSync(temporary, { force: true });
  try {
    linkSync(source, temporary);
  } catch {
    copyFileSync(source, temporary);
  }
  renameSync(temporary, target);
}

/** Libraries in the package that set-up or the package's own script put there. */
function placedFiles() {
  const files = ['lib', 'deps'].flatMap((folder) =>
    filesUnder(join(PACKAGE, folder)).map((file) => join(folder, file)),
  );
  return files.filter((file) => !file.endsWith('.json'));
}

/** @param {string[]} [files] in the package @returns {Record<string, number>} bytes of each */
export function sizes(files = placedFiles()) {
  return Object.fromEntries(files.map((file) => [file, statSync(join(PACKAGE, file)).size]));
}

/**
 * Puts a prepared folder's files into the package, each in one step, and removes what another engine left there.
 * A process that runs keeps the files it has open.
 * @param {string} prepared
 * @returns {Record<string, number>} path in the package → bytes
 */
export function placeInPackage(prepared) {
  const files = filesUnder(prepared);
  for (const file of files) {
    mkdirSync(dirname(join(PACKAGE, file)), { recursive: true });
    putFile(join(prepared, file), join(PACKAGE, file));
  }
  for (const file of placedFiles()) if (!files.includes(file)) rmSync(join(PACKAGE, file));
  return sizes(files);
}

/** @returns {Promise<Record<string, number> | undefined>} the files of the add-on in the package when it loads */
export async function workingFiles() {
  const addon = join(PACKAGE, 'lib', 'napi-v8', 'tfjs_binding.node');
  if (!existsSync(addon)) return undefined;
  return testAddon(addon).then(
    () => sizes(),
    () => undefined,
  );
}

/** Removes every trace of an engine from the package. */
export function clearPackage() {
  for (const folder of ['lib', 'deps']) rmSync(join(PACKAGE, folder), { recursive: true, force: true });
}
