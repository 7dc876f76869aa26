import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** What can be made again; git ignores it. */
export const CACHE = join(ROOT, '.cache');

const WORK = join(CACHE, 'unfinished');

/**
 * Runs `work` in a new folder beside its target's disk and removes it afterwards, whatever happens.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
export async function inWorkFolder(work) {
  const folder = join(WORK, randomBytes(6).toString('hex'));
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what a killed set-up left; only the holder of the lock may. */
export function removeUnfinished() {
  rmSync(WORK, { recursive: true, force: true });
}

/**
 * Puts `folder` where `target` is, in one rename; what was there goes.
 * @param {string} folder @param {string} target
 */
export function replaceFolder(folder, target) {
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) {
    mkdirSync(WORK, { recursive: true });
    const old = join(WORK, randomBytes(6).toString('hex'));
    renameSync(target, old);
    renameSync(folder, target);
    rmSync(old, { recursive: true, force: true });
  } else {
    renameSync(folder, target);
  }
}

/**
 * @param {string} path @param {unknown} value written whole or not at all
 */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, path);
}

/**
 * @param {string} path
 * @returns {any} parsed content; undefined when the file is missing or broken
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} text */
export function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} path streamed, for files of any size */
export async function fileSha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} every file under it, relative, sorted; none when it is missing
 */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
