import { join } from 'node:path';
import { ROOT } from './setup/files.mjs';
import { nodeConfiguration } from './vite.node.mjs';

/** @param {string} outDir @returns {import('vite').InlineConfig[]} */
export function configurations(outDir) {
  return [nodeConfiguration({ main: join(ROOT, 'test/bench/main.ts') }, outDir, 'es')];
}
