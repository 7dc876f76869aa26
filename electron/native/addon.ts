import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import addons from '../../native/addons.json' with { type: 'json' };
import { hashFile } from '../storage/files/hash.ts';
import { ADDON, besideArchive } from './installation.mjs';
import type { System } from './systems.ts';

interface AddonFile {
  readonly name: string;
  readonly sha256: string;
}

/** What stands beside each other in the add-on's folder: the add-on, on Windows a stand-in for Python's library too. */
export function addonFiles(system: System): readonly AddonFile[] {
  const files = (addons as Partial<Record<System, Record<string, { sha256: string }>>>)[system] ?? {};
  return Object.entries(files).map(([name, { sha256 }]) => ({ name, sha256 }));
}

/** Whether a folder holds the add-on of a system, byte for byte as it was made. */
async function holdsAddon(folder: string, files: readonly AddonFile[]): Promise<boolean> {
  for (const { name, sha256 } of files)
    if ((await hashFile(join(folder, name)).catch(() => undefined)) !== sha256) return false;
  return files.length > 0;
}

/**
 * The folder of the add-on that is made beforehand (`npm run addons`), by the hashes in native/addons.json: where it was
 * made, in the package that carries it, or beside the app's archive.
 * @returns undefined where there is none, or another one
 */
export async function findAddon(system: System, installation: string): Promise<string | undefined> {
  const packaged = besideArchive(installation, 'addon');
  const places = [
    join(installation, 'native', system),
    join(installation, 'node_modules', '@aesop', `native-${system}`),
    ...(packaged === undefined ? [] : [packaged]),
  ];
  for (const place of places) if (await holdsAddon(place, addonFiles(system))) return place;
  return undefined;
}

/** Copies an add-on from where `findAddon` found it into an engine's folder. */
export async function placeAddon(system: System, from: string, engine: string): Promise<void> {
  const folder = join(engine, dirname(ADDON));
  await mkdir(folder, { recursive: true });
  for (const { name } of addonFiles(system)) await copyFile(join(from, name), join(folder, name));
}
