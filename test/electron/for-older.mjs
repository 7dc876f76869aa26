import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CACHE, inWorkFolder, readJson, replaceFolder, ROOT } from '../../build/setup/files.mjs';
import { nodeConfiguration } from '../../build/vite.node.mjs';
import { majorOf } from './here.mjs';

/** The first Electron whose main process may be an ES module, and the first that gives the preload a file's path. */
const FIRST_AS_BUILT = 29;
const STAGED = join(CACHE, 'electron-app');

/** @param {string} program of Electron @returns whether it runs the app as it is built */
export const runsAsBuilt = (program) => majorOf(program) >= FIRST_AS_BUILT;

/**
 * An older Electron knows a file's path by the file itself, in each of the page's two worlds, and lets only the bytes cross
 * between them. So the path is remembered where the file comes in; of two of one size, the later is meant.
 */
const PATHS_OF_FILES = `{
  const seen = [];
  const seeIn = (entry) =>
    entry.isFile
      ? entry.file((file) => seen.unshift(file))
      : entry.createReader().readEntries((entries) => entries.forEach(seeIn));
  const see = ({ target, dataTransfer }) => {
    seen.unshift(...(dataTransfer ?? target).files ?? []);
    for (const item of dataTransfer?.items ?? []) if (item.webkitGetAsEntry()?.isDirectory) seeIn(item.webkitGetAsEntry());
  };
  for (const name of ['drop', 'change']) window.addEventListener(name, see, true);
  const getPathForFile = ({ size }) => seen.find((file) => file.size === size)?.path ?? '';
  require('electron').webUtils ??= { getPathForFile };
}
`;

/** What the Node inside lacks: checksums are Node's since 20.15. */
const NEWER_NODE = `require('node:zlib').crc32 ??= (bytes, crc = 0) => {
  let sum = ~crc;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
};
// A global since Node 20, and what fetch is made of.
globalThis.File ??= require('node:buffer').File;`;

/**
 * The one difference between the app as it is built and the app in an older Electron: the same code, in CommonJS for the
 * Node inside, and a preload that helps itself.
 * @param {string} from folder of the built programs @param {string} to
 */
export async function writeForOlder(from, to) {
  const programs = Object.fromEntries(['main', 'worker'].map((name) => [name, join(from, `${name}.js`)]));
  const configuration = nodeConfiguration(programs, to, 'cjs');
  const output = {
    format: /** @type {const} */ ('cjs'),
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    intro: NEWER_NODE,
  };
  const rollupOptions = { ...configuration.build?.rollupOptions, output };
  await build({ ...configuration, build: { ...configuration.build, target: 'node18', rollupOptions } });
  if (to !== from) copyFileSync(join(from, 'text-thread.cjs'), join(to, 'text-thread.cjs'));
  writeFileSync(join(to, 'preload.cjs'), PATHS_OF_FILES + readFileSync(join(from, 'preload.cjs'), 'utf8'));
}

/** @param {Record<string, unknown>} manifest of the app @returns {string} the one that says that its code is CommonJS */
export const manifestForOlder = (manifest) => JSON.stringify({ ...manifest, type: 'commonjs' });

/** @param {string} program of Electron @returns {Promise<string>} folder of the built app, as that Electron can run it */
export async function builtAppFor(program) {
  if (runsAsBuilt(program)) return ROOT;
  const built = join(ROOT, 'dist', 'electron');
  const stamp = [join(built, '.sources.json'), new URL(import.meta.url)]
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
  const kept = join(STAGED, 'stamp');
  if (existsSync(kept) && readFileSync(kept, 'utf8') === stamp) return STAGED;
  await inWorkFolder(async (folder) => {
    mkdirSync(join(folder, 'dist'));
    await writeForOlder(built, join(folder, 'dist', 'electron'));
    symlinkSync(join(ROOT, 'dist', 'renderer'), join(folder, 'dist', 'renderer'));
    symlinkSync(join(ROOT, 'resources'), join(folder, 'resources'));
    writeFileSync(join(folder, 'package.json'), manifestForOlder(readJson(join(ROOT, 'package.json'))));
    writeFileSync(join(folder, 'stamp'), stamp);
    replaceFolder(folder, STAGED);
  });
  return STAGED;
}
