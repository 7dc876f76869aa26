import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileSha256, readJson, writeJson } from '../setup/files.mjs';
import { NATIVE, SYSTEMS } from './systems.mjs';

/** By system and file, what set-up and the app take for an add-on of ours. */
const LIST = join(NATIVE, 'addons.json');

/** @typedef {Record<string, { sha256: string, bytes: number }>} Hashes by file */

/** @param {string} folder @param {string[]} files @returns {Promise<Hashes>} */
export async function hashesOf(folder, files) {
  /** @type {Hashes} */
  const hashes = {};
  for (const file of [...files].sort()) {
    const path = join(folder, file);
    hashes[file] = { sha256: await fileSha256(path), bytes: statSync(path).size };
  }
  return hashes;
}

/** @param {string} system @param {Hashes} made @returns {string[]} files that are others than the listed ones */
export function othersThanListed(system, made) {
  /** @type {Hashes} */
  const listed = readJson(LIST)?.[system] ?? {};
  const files = new Set([...Object.keys(listed), ...Object.keys(made)]);
  return [...files].filter((file) => listed[file]?.sha256 !== made[file]?.sha256);
}

/** @param {string} system @param {Hashes} made from now on the listed ones */
export function list(system, made) {
  const all = { ...readJson(LIST), [system]: made };
  writeJson(LIST, Object.fromEntries(Object.keys(SYSTEMS).flatMap((name) => (all[name] ? [[name, all[name]]] : []))));
}
