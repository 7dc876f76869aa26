import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../setup/files.mjs';
import { COMPONENTS_KEPT, contents, KEPT } from './caches.mjs';

/** What the compiler reads of the checkout. */
const READ = /\.(ts|mjs|cjs|js|svelte|json)$/;

/** @param {Record<string, string>} one @param {Record<string, string>} other */
const same = (one, other) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/**
 * svelte-check's own list of what it translated, and into which file.
 * @param {string} root @returns {Record<string, { outPath?: string }>} by path of the component, with `/`
 */
const translated = (root) => readJson(join(root, COMPONENTS_KEPT, 'manifest.json'))?.entries ?? {};

/**
 * Types of every file, components too, from what was kept of the last time. svelte-check hands all of them to one
 * incremental tsc, whose notes are keyed on contents; its own are not, and are put right here in two places:
 * - it takes a component of the same size and time for the same one: translations of other contents are removed first;
 * - it says nothing of a component that cannot be translated at all: then everything is checked anew.
 * @param {string} root the checkout
 * @param {(...options: string[]) => Promise<{ ok: boolean, output: string }>} svelteCheck
 */
export async function quickTypes(root, svelteCheck) {
  const note = join(root, KEPT, 'types.json');
  /** @type {{ passed?: boolean, files: Record<string, string> }} */
  const last = readJson(note) ?? { files: {} };
  const files = contents(root, READ);
  if (last.passed && same(files, last.files)) return { ok: true, output: '' };

  for (const [path, { outPath }] of Object.entries(translated(root)))
    if (outPath && files[join(path)] !== last.files[join(path)]) rmSync(join(root, outPath), { force: true });
  let outcome = await svelteCheck('--incremental');
  const known = new Set(Object.keys(translated(root)).map((path) => join(path)));
  const left = Object.keys(files).filter((path) => path.endsWith('.svelte') && !known.has(path));
  if (outcome.ok && left.length > 0) outcome = await svelteCheck();
  // Saved while it was being checked: nobody knows which of the two passed.
  writeJson(note, { passed: outcome.ok && same(files, contents(root, READ)), files });
  return outcome;
}
