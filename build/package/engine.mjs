import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ADDON, engineFolder } from '../../electron/native/installation.mjs';
import { CACHE, ROOT } from '../setup/files.mjs';

/** What electron-builder.yml packs as the engine. */
const SHIPPED = join(CACHE, 'shipped-engine');

/**
 * Puts the engine of this checkout where the packer takes it from, or an empty folder for a light package.
 * @param {boolean} light
 * @returns {boolean} whether an engine goes along
 */
export function placeEngine(light) {
  rmSync(SHIPPED, { recursive: true, force: true });
  const engine = light ? undefined : engineFolder(ROOT);
  const there = engine !== undefined && existsSync(join(engine, ADDON));
  mkdirSync(CACHE, { recursive: true });
  if (there) symlinkSync(engine, SHIPPED);
  else mkdirSync(SHIPPED);
  return there;
}
