import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { ROOT } from './setup/files.mjs';

/**
 * The window's page: served under `/` by the app's own protocol and by the server alike, with a policy that allows
 * nothing inline.
 * @param {string} outDir
 * @returns {import('vite').InlineConfig[]}
 */
export function configurations(outDir) {
  return [
    {
      root: join(ROOT, 'renderer'),
      configFile: false,
      envDir: false,
      logLevel: 'warn',
      plugins: [svelte({ configFile: false })],
      build: {
        target: 'chrome140',
        outDir,
        emptyOutDir: false,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
      },
    },
  ];
}
