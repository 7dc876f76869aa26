import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../setup/files.mjs';
import { COMPONENTS_KEPT } from './caches.mjs';

/**
 * svelte-check's own list of what it translated, and into which file.
 * @param {string} root @returns {Map<string, string>} by path of the component
 */
function translated(root) {
  /** @type {Record<string, { outPath: string }>} */
  const entries = readJson(join(root, COMPONENTS_KEPT, 'manifest.json'))?.entries ?? {};
  return new Map(Object.entries(entries).map(([path, { outPath }]) => [join(path), outPath]));
}

/**
 * Types of every file, components too, from what was kept of the last time. svelte-check hands all of them to one
 * incremental native compiler, whose notes are keyed on contents; its own are not, and are put right here in two places:
 * - it takes a component of the same size and time for the same one: translations of what changed, or failed, are removed;
 * - it says nothing of a component that cannot be translated at all: then everything is checked anew.
 * @param {string} root the checkout
 * @param {string[]} changed files, since all passed
 * @param {string[]} all files that may have types
 * @param {(...options: string[]) => Promise<import('./side-by-side.mjs').Outcome>} svelteCheck
 */
export async function quickTypes(root, changed, all, svelteCheck) {
  const forget = () => {
    const known = translated(root);
    for (const path of changed) if (known.has(path)) rmSync(join(root, known.get(path) ?? ''), { force: true });
  };
  forget();
  let outcome = await svelteCheck('--incremental', '--tsgo');
  const known = translated(root);
  const left = all.filter((path) => path.endsWith('.svelte') && !known.has(path));
  if (outcome.ok && left.length > 0) outcome = await svelteCheck();
  if (!outcome.ok) forget();
  return outcome;
}
