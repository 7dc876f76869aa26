import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { withNodeEnv } from './node-env.mjs';

/**
 * Loads a part of the program before it is built. It is TypeScript, which the oldest Node does not read; Vite does.
 * @param {string} path under electron/
 * @returns {Promise<any>} its exports
 */
export async function importTypeScript(path) {
  const { runnerImport } = await import('vite');
  const options = { configFile: /** @type {const} */ (false), root: ROOT, logLevel: /** @type {const} */ ('error') };
  return withNodeEnv('development', async () => {
    const { module } = await runnerImport(join(ROOT, 'electron', path), options);
    return module;
  });
}
