import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assembly } from './assembly.mjs';
import { bundledList } from './vite.node.mjs';
import { undescribed } from './vite.renderer.config.mjs';
import { ROOT } from './setup/files.mjs';

const PAGE = join(ROOT, 'renderer/storyteller');
const BODY_END = '</body>';
/** Browsers that have all that text is cut by: Intl.Segmenter, and sets in regular expressions. */
const BROWSERS = ['chrome114', 'safari17', 'firefox125'];

/**
 * The list that Chinese is cut by is most of what cuts text: it comes with a model that needs it.
 * @type {import('vite').Plugin}
 */
const wordsOfTheModel = {
  name: 'words-of-the-model',
  enforce: 'pre',
  resolveId: (id) => (id === './words.txt?raw' ? join(PAGE, 'words.ts') : undefined),
};

/** @param {string} content @returns {string} as a policy names it */
const hashOf = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** @param {string} boot @param {string} program @param {string} style */
const policyOf = (boot, program, style) =>
  [
    "default-src 'none'",
    // the product that stories are told by is WebAssembly
    `script-src ${hashOf(boot)} ${hashOf(program)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** @param {string} policy */
const meta = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/**
 * Whose work goes along with the page, and on which terms.
 * @param {{ name: string, version: string, identifier: string, text: string }[]} packages
 */
function licensesOf(packages) {
  const texts = packages.map(({ name, version, identifier, text }) => `${name} ${version} (${identifier})\n\n${text}`);
  return [`Aesop (MIT)\n\n${readFileSync(join(ROOT, 'LICENSE'), 'utf8')}`, ...texts].join('\n\n');
}

/** @param {string} id @param {string} content @returns {string} an element that holds it packed */
const packed = (id, content) =>
  `<script type="application/octet-stream" id="${id}">${gzipSync(content, { level: 9 }).toString('base64')}</script>\n`;

/** Elements by which a page fetches the rest of itself. */
const FETCHES = /\s*<(?:script|link)\b[^>]*(?:src|href)="\.\/[^>]*>(?:<\/script>)?/g;

/**
 * Makes one file of the page, in which nothing runs but what is in it: the program, packed to a third of its size, and what
 * unpacks it.
 * @type {import('vite').Plugin}
 */
const oneFile = {
  name: 'one-file',
  writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle);
    const text = (/** @type {string} */ name) => readFileSync(join(dir, name), 'utf8').trim();
    const scripts = names.filter((name) => name.endsWith('.js'));
    if (scripts.length !== 1) throw new Error(`The page is made of ${names.join(', ')}.`);
    const boot = readFileSync(join(PAGE, 'boot.js'), 'utf8').trim();
    const program = text(scripts[0]);
    const style = names
      .filter((name) => name.endsWith('.css'))
      .map(text)
      .join('');
    const licenses = licensesOf(JSON.parse(text(bundledList.named('storyteller').fileName)));
    const page = text('index.html')
      .replace(FETCHES, '')
      .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta(policyOf(boot, program, style))}`)
      .replace('</head>', () => `<style>${style}</style>\n  </head>`)
      .replace(BODY_END, () => packed('program', program) + packed('licenses', licenses) + BODY_END)
      .replace(BODY_END, () => `<script type="module">${boot}</script>\n${BODY_END}`);
    rmSync(join(dir, 'assets'), { recursive: true });
    writeFileSync(join(dir, 'index.html'), page);
  },
};

/**
 * The template of the page that a model leaves as: one file, to be opened from a disk.
 * @param {string} outDir
 * @returns {import('vite').InlineConfig[]}
 */
export const configurations = (outDir) => [
  {
    root: PAGE,
    base: './',
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [wordsOfTheModel, assembly(), svelte({ configFile: false }), undescribed, oneFile],
    build: {
      target: BROWSERS,
      outDir,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      sourcemap: false,
      reportCompressedSize: false,
      license: bundledList.named('storyteller'),
      rollupOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: false } },
    },
  },
];
