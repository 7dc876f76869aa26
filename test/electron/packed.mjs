import { createPackage, extractAll } from '@electron/asar';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, readJson, ROOT } from '../../build/setup/files.mjs';
import { manifestForOlder, runsAsBuilt, writeForOlder } from './for-older.mjs';

const PACKED = join(ROOT, 'release', 'linux-unpacked');
const STAGED = join(CACHE, 'electron-packed');

/** @param {string} from @param {string} to @param {string[]} except */
function linkAll(from, to, except) {
  for (const name of readdirSync(from)) if (!except.includes(name)) symlinkSync(join(from, name), join(to, name));
}

/**
 * The packed app, in the same binary with the same fuses; an older Electron gets its code written anew.
 * @param {string} electron the program that it was packed with
 * @returns {Promise<string>} its program
 * @throws Error where nothing is packed
 */
export async function packedAppFor(electron) {
  if (!existsSync(PACKED)) throw new Error('Nothing is packed. Run `npm run package` and try again.');
  if (runsAsBuilt(electron)) return join(PACKED, 'aesop');
  rmSync(STAGED, { recursive: true, force: true });
  const resources = join(STAGED, 'resources');
  const archive = join(resources, 'app.asar');
  mkdirSync(resources, { recursive: true });
  linkAll(PACKED, STAGED, ['aesop', 'resources']);
  linkAll(join(PACKED, 'resources'), resources, ['app.asar']);
  // Electron looks for everything beside the file that runs, wherever links lead.
  copyFileSync(join(PACKED, 'aesop'), join(STAGED, 'aesop'));
  const app = join(resources, 'written-anew');
  extractAll(join(PACKED, 'resources', 'app.asar'), app);

  const programs = join(app, 'dist', 'electron');
  await writeForOlder(programs, programs);
  const manifest = join(app, 'package.json');
  writeFileSync(manifest, manifestForOlder(readJson(manifest)));
  await createPackage(app, archive);
  rmSync(app, { recursive: true });
  return join(STAGED, 'aesop');
}
