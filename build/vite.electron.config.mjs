import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeConfiguration } from './vite.node.mjs';
import { ROOT } from './setup/files.mjs';

/** Programs that run in Node or in Electron's main process. */
const PROGRAMS = {
  cli: 'electron/cli/main.ts',
  worker: 'electron/worker/main.ts',
  main: 'electron/main/main.ts',
};
/** Each one CommonJS file: as a sandboxed preload script must be, and what a thread loads out of Electron's archive. */
const LONE = { preload: 'electron/preload/preload.ts', 'text-thread': 'electron/worker/corpora/beside/thread.ts' };

/** @param {Record<string, string>} entries @returns {Record<string, string>} those whose source is there */
function present(entries) {
  const there = Object.entries(entries).filter(([, source]) => existsSync(join(ROOT, source)));
  return Object.fromEntries(there.map(([name, source]) => [name, join(ROOT, source)]));
}

/** @param {string} outDir @returns {import('vite').InlineConfig[]} */
export function configurations(outDir) {
  const programs = present(PROGRAMS);
  const lone = Object.entries(present(LONE));
  return [
    ...(Object.keys(programs).length > 0 ? [nodeConfiguration(programs, outDir, 'es')] : []),
    ...lone.map(([name, source]) => nodeConfiguration({ [name]: source }, outDir, 'cjs')),
  ];
}
