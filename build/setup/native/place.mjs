import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ADDON } from '../../../electron/native/installation.mjs';
import { filesUnder } from '../files.mjs';
import { testAddon } from './load-test.mjs';
import { PACKAGE } from './note.mjs';

const FOLDERS = ['lib', 'deps'];

/** @returns {Record<string, number>} path in the package → bytes, of the libraries that its own script put there */
export function sizes() {
  const files = FOLDERS.flatMap((folder) => filesUnder(join(PACKAGE, folder)).map((file) => join(folder, file)));
  return Object.fromEntries(files.map((file) => [file, statSync(join(PACKAGE, file)).size]));
}

/** @returns {Promise<Record<string, number> | undefined>} the files of the add-on in the package when it loads */
export async function workingFiles() {
  const addon = join(PACKAGE, ADDON);
  if (!existsSync(addon)) return undefined;
  return testAddon(addon).then(
    () => sizes(),
    () => undefined,
  );
}

/** Removes every trace of an engine from the package. */
export function clearPackage() {
  for (const folder of FOLDERS) rmSync(join(PACKAGE, folder), { recursive: true, force: true });
}
