import { assembly } from './assembly.mjs';
import { tfjsRequired } from './tfjs.mjs';
import { ROOT } from './setup/files.mjs';

/** Loaded from node_modules at run time: native code, files found by path, Electron's own module. */
const EXTERNAL = [/^node:/, /^electron(\/|$)/, /^@tensorflow\/(?!tfjs-core$)/];

/** The list of what a bundle holds of others' work, beside it: the package's licences are made of it. */
export const bundledList = {
  pattern: /^bundled-[\w-]+\.json$/,
  /** @param {string} bundle */
  named: (bundle) => ({ fileName: `bundled-${bundle}.json` }),
};

/**
 * Bundles entries for Node 20, everything inside but TensorFlow and Electron.
 * @param {Record<string, string>} input name of the output → source
 * @param {string} outDir
 * @param {'es' | 'cjs'} format
 * @returns {import('vite').InlineConfig}
 */
export function nodeConfiguration(input, outDir, format) {
  return {
    root: ROOT,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [assembly(), tfjsRequired()],
    // Tables of characters that the reader of PDFs asks for; they become script.
    assetsInclude: ['**/*.bcmap'],
    // Whoever builds the app for others names the index that it downloads TensorFlow from.
    define: { 'process.env.AESOP_BUILT_WITH_INDEX': JSON.stringify(process.env.AESOP_WHEEL_INDEX ?? '') },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      license: bundledList.named(format === 'es' ? 'programs' : Object.keys(input).join('-')),
      rollupOptions: {
        input,
        external: EXTERNAL,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}
