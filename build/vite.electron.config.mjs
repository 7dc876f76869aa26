import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeConfiguration } from './vite.node.mjs';
import { ROOT } from './setup/files.mjs';

/** Programs that run in Node or in Electron's main process. */
const PROGRAMS = {
  cli: 'electron/cli/main.ts',
  worker: 'electron/worker/main.ts',
  'text-thread': 'electron/worker/corpora/beside/thread.ts',
  main: 'electron/main/main.ts',
};
/** A sandboxed preload script is one CommonJS file. */
const PRELOAD = { preload: 'electron/preload/preload.ts' };

/** @param {Record<string, string>} entries @returns {Record<string, string>} those whose source is there */
function present(entries) {
  const there = Object.entries(entries).filter(([, source]) => existsSync(join(ROOT, source)));
  return Object.fromEntries(there.map(([name, source]) => [name, join(ROOT, source)]));
}

/** @param {string} outDir @returns {import('vite').InlineConfig[]} */
export function configurations(outDir) {
  const programs = present(PROGRAMS);
  const preload = present(PRELOAD);
  return [
    ...(Object.keys(programs).length > 0 ? [nodeConfiguration(programs, outDir, 'es')] : []),
    ...(Object.keys(preload).length > 0 ? [nodeConfiguration(preload, outDir, 'cjs')] : []),
  ];
}
