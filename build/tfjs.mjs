import { createRequire } from 'node:module';
import { join } from 'node:path';
import { normalizePath } from 'vite';
import { ROOT } from './setup/files.mjs';

const TFJS = '@tensorflow/tfjs-core';
// as Vite gives it back, on Windows too
const WRITTEN = normalizePath(join(ROOT, 'build/tfjs-required.mjs'));

/**
 * Has tfjs required where it is imported: it is one CommonJS file of more than a megabyte, and to import it Node reads it for
 * names first, which takes three times as long as all else about it.
 * @returns {import('vite').Plugin}
 */
export const tfjsRequired = () => ({
  name: 'tfjs-required',
  enforce: 'pre',
  resolveId: (id) => (id === TFJS ? WRITTEN : undefined),
  load(id) {
    if (id !== WRITTEN) return undefined;
    const names = Object.keys(createRequire(import.meta.url)(TFJS));
    return [
      "import { createRequire } from 'node:module';",
      `const tfjs = createRequire(import.meta.url)('${TFJS}');`,
      `export const { ${names.join(', ')} } = tfjs;`,
    ].join('\n');
  },
});
