import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, readJson, sha256, writeJson } from '../setup/files.mjs';

/** Relative to the checkout: what the quick checks keep, and where svelte-check insists on keeping its own. */
export const KEPT = join('.cache', 'checks');
export const COMPONENTS_KEPT = '.svelte-check';

const NOT_OURS = new Set(['node_modules', 'dist', 'release', '.cache', '.git', COMPONENTS_KEPT]);

/** @param {string} path */
const hashOf = (path) => sha256(readFileSync(path, 'latin1'));

/**
 * @param {string} root the checkout
 * @param {RegExp} names
 * @returns {Record<string, string>} hash of every file of the checkout with such a name, by path
 */
export function contents(root, names) {
  const paths = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isFile()) return [entry.name];
    return filesUnder(join(root, entry.name)).map((path) => join(entry.name, path));
  });
  return Object.fromEntries(paths.filter((path) => names.test(path)).map((path) => [path, hashOf(join(root, path))]));
}

/**
 * Which tools would judge, and how they are set up. Every file in the checkout's own folder counts, but for what people
 * read: no tool's cache knows all that it depends on (prettier's leaves out the versions of its plugins, svelte-check's
 * that of the compiler).
 * @param {string} root
 */
function tools(root) {
  const names = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(md|log)$/.test(entry.name),
  );
  const installed = join('node_modules', '.package-lock.json');
  const hashes = [...names.map((entry) => entry.name), installed].map((name) => [name, hashOf(join(root, name))]);
  return sha256(JSON.stringify([process.version, hashes]));
}

/**
 * Forgets what the quick checks keep when it is from other tools or another set-up of them. To be called before any of them.
 * @param {string} root
 */
export function keepToTools(root) {
  const note = join(root, KEPT, 'tools.json');
  const now = tools(root);
  if (readJson(note)?.tools === now) return;
  for (const kept of [KEPT, COMPONENTS_KEPT]) rmSync(join(root, kept), { recursive: true, force: true });
  writeJson(note, { tools: now });
}
