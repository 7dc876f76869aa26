import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';
import { NATIVE } from './systems.mjs';
import { licenseOfMingw } from './zig.mjs';

const APACHE = join(ROOT, 'build', 'package', 'license-texts', 'Apache-2.0.txt');

/**
 * Puts what was built into the package of its system, with the licences that it stands under.
 * @param {string} system @param {string} folder @param {string[]} files
 */
export async function putIntoPackage(system, folder, files) {
  const target = join(NATIVE, system);
  mkdirSync(target, { recursive: true });
  for (const file of files) renameSync(join(folder, file), join(target, file));
  copyFileSync(APACHE, join(target, 'LICENSE'));
  if (system.startsWith('win32')) copyFileSync(await licenseOfMingw(), join(target, 'LICENSE-mingw-w64.txt'));
}
