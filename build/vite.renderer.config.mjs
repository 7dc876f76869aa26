import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { LICENSES } from './vite.node.mjs';
import { ROOT } from './setup/files.mjs';

/**
 * The page: relative addresses, so that it opens under app:// and under the server alike; nothing inlined, so that the
 * strict policy of both holds.
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
export function pageConfiguration(outDir) {
  return {
    root: join(ROOT, 'renderer'),
    base: './',
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [svelte({ configFile: false })],
    build: {
      target: 'chrome140',
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      license: { fileName: LICENSES },
      rollupOptions: { checks: { bundlerTimings: false } },
    },
  };
}

/** @param {string} outDir @returns {import('vite').InlineConfig[]} */
export function configurations(outDir) {
  return [pageConfiguration(outDir)];
}
