import { createPackageWithOptions, extractAll } from '@electron/asar';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, readJson, ROOT } from '../../build/setup/files.mjs';
import { manifestForOlder, runsAsBuilt, writeForOlder } from './for-older.mjs';

const PACKED = join(ROOT, 'release', 'linux-unpacked');
const STAGED = join(CACHE, 'electron-packed');

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
  cpSync(PACKED, STAGED, { recursive: true });
  const app = join(resources, 'written-anew');
  extractAll(archive, app);
  const unpacked = `${archive}.unpacked`;
  const apart = existsSync(unpacked) ? readdirSync(join(unpacked, 'node_modules', '@tensorflow')) : [];
  for (const path of [archive, unpacked]) rmSync(path, { recursive: true, force: true });

  const programs = join(app, 'dist', 'electron');
  await writeForOlder(programs, programs);
  const manifest = join(app, 'package.json');
  writeFileSync(manifest, manifestForOlder(readJson(manifest)));
  const unpackDir = `{${apart.map((name) => join('node_modules', '@tensorflow', name)).join(',')},}`;
  await createPackageWithOptions(app, archive, { unpackDir });
  rmSync(app, { recursive: true });
  return join(STAGED, 'aesop');
}
