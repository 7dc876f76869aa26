import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { filesUnder, readJson, sha256, writeJson } from '../setup/files.mjs';

/** Relative to the checkout: what the quick checks keep, and where svelte-check insists on keeping its own. */
export const KEPT = join('.cache', 'checks');
export const COMPONENTS_KEPT = '.svelte-check';

const NOT_OURS = new Set(['node_modules', 'dist', 'release', '.cache', '.git', COMPONENTS_KEPT]);
/** Bytes; what is larger is a text of somebody's that lies in the checkout. */
const MOST = 2 ** 23;
/** What a tool may take its settings from, besides anything in the checkout's own folder. */
const SETTINGS =
  /^(\.prettierrc|\.oxfmtrc|\.editorconfig|prettier\.config|eslint\.config|oxlint\.config|svelte\.config|tsconfig|package\.json)/;

/** @param {string} path */
const hashOf = (path) => sha256(readFileSync(path, 'latin1'));

/** @param {string} root the checkout @returns {string[]} every file of it, relative */
export function filesOf(root) {
  const paths = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isFile()) return [entry.name];
    return filesUnder(join(root, entry.name)).map((path) => join(entry.name, path));
  });
  return paths.filter((path) => statSync(join(root, path)).size < MOST);
}

/**
 * @param {string} root @param {RegExp} reads
 * @returns {Record<string, string>} hash of every file that a check reads, by path
 */
function contents(root, reads) {
  const paths = filesOf(root).filter((path) => reads.test(path));
  return Object.fromEntries(paths.map((path) => [path, hashOf(join(root, path))]));
}

/**
 * Which tools would judge, and how they are set up. Every file in the checkout's own folder counts, but for what people
 * read: no tool's cache knows all that it depends on (svelte-check's leaves out the version of the compiler).
 * @param {string} root
 */
function tools(root) {
  const settings = filesOf(root).filter(
    (path) => SETTINGS.test(basename(path)) || (basename(path) === path && !/\.(md|log)$/.test(path)),
  );
  const all = [...settings, join('node_modules', '.package-lock.json')];
  return sha256(JSON.stringify([process.version, all.map((path) => [path, hashOf(join(root, path))])]));
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

/**
 * Runs a check on what changed since it last passed; where nothing did, it passes without being run.
 * @param {string} root @param {string} name of the check
 * @param {RegExp} reads files that the check looks at, at most
 * @param {(changed: string[], all: string[]) => Promise<import('./side-by-side.mjs').Outcome>} check
 */
export async function onChanges(root, name, reads, check) {
  const note = join(root, KEPT, `${name}.json`);
  /** @type {Record<string, string>} */
  const passed = readJson(note) ?? {};
  const files = contents(root, reads);
  if (isDeepStrictEqual(files, passed)) return { ok: true, output: '' };
  const all = Object.keys(files);
  const outcome = await check(
    all.filter((path) => files[path] !== passed[path]),
    all,
  );
  // Saved while it was being checked: nobody knows which of the two passed.
  if (outcome.ok && isDeepStrictEqual(files, contents(root, reads))) writeJson(note, files);
  return outcome;
}
