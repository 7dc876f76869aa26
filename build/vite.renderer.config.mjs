import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { bundledList } from './vite.node.mjs';
import { ROOT } from './setup/files.mjs';

const FIRST_ROOM = 'rooms/library/Library.svelte';
const FIRST_FONTS = /(inter-latin-wght|source-serif-4-latin-opsz)-normal-.*\.woff2$/;

/**
 * Names in the document what the first view needs, so that none of it waits for another part to be read first.
 * @type {import('vite').Plugin}
 */
const preloads = {
  name: 'preloads',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const made = Object.values(bundle);
      const room = made.find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(FIRST_ROOM));
      const chunks = new Set(room ? [room.fileName] : []);
      /** @type {Set<string>} */
      const sheets = new Set();
      for (const name of chunks) {
        const chunk = bundle[name];
        if (chunk.type !== 'chunk') continue;
        chunk.imports.forEach((needed) => chunks.add(needed));
        chunk.viteMetadata?.importedCss.forEach((sheet) => sheets.add(sheet));
      }
      const fonts = made.map(({ fileName }) => fileName).filter((name) => FIRST_FONTS.test(name));
      /** @param {Iterable<string>} names @param {Record<string, string | boolean>} attrs */
      const links = (names, attrs) =>
        [...names]
          .filter((name) => !html.includes(name))
          .map((name) => ({
            tag: 'link',
            attrs: { ...attrs, href: `./${name}` },
            injectTo: /** @type {const} */ ('head'),
          }));
      return [
        ...links(fonts, { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true }),
        ...links(chunks, { rel: 'modulepreload', crossorigin: true }),
        ...links(sheets, { rel: 'preload', as: 'style', crossorigin: true }),
      ];
    },
  },
};

/**
 * Leaves out what describes zod's schemas to others, a fiftieth of the page's script: every schema holds on to it, and the
 * page only parses.
 * @type {import('vite').Plugin}
 */
export const undescribed = {
  name: 'undescribed-schemas',
  transform(code, id) {
    if (!/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return undefined;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => {};`).join('\n'), map: null };
  },
};

/**
 * Charts hear gestures by themselves (`renderer/components/chart/gestures.ts`): the library that their zoom plugin brings for
 * that, a fortieth of the page's script, is not brought along.
 * @type {import('vite').Plugin}
 */
const ungestured = {
  name: 'no-gesture-library',
  enforce: 'pre',
  resolveId: (id) => (id === 'hammerjs' ? '\0no-gestures' : undefined),
  load: (id) =>
    id === '\0no-gestures'
      ? 'const deaf = class { add() {} on() {} remove() {} destroy() {} }; export default { Manager: deaf, Pan: deaf, Pinch: deaf };'
      : undefined,
};

/**
 * A language's texts say whose they are: a page loads one such file.
 * @param {{ facadeModuleId: string | null }} chunk
 */
function chunkName({ facadeModuleId }) {
  const [, language] = /\/messages\/([\w-]+)\/page\/index\.ts$/.exec(facadeModuleId ?? '') ?? [];
  return language ? `assets/language-${language}-[hash].js` : 'assets/[name]-[hash].js';
}

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
    plugins: [svelte({ configFile: false }), undescribed, ungestured, preloads],
    build: {
      target: 'chrome140',
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      license: bundledList.named('page'),
      rollupOptions: { checks: { bundlerTimings: false }, output: { chunkFileNames: chunkName } },
    },
  };
}

/** @param {string} outDir @returns {import('vite').InlineConfig[]} */
export function configurations(outDir) {
  return [pageConfiguration(outDir)];
}
