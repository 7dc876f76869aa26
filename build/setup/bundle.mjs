import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, inWorkFolder, readJson, replaceFolder, ROOT, sha256, writeJson } from './files.mjs';
import { withNodeEnv } from './node-env.mjs';
import { timed } from './progress.mjs';

const STAMP = '.sources.json';

/** Says which sources a bundle was made of, by path, size and time. @param {string[]} folders */
function fingerprint(folders) {
  const files = [
    'package-lock.json',
    ...folders.flatMap((folder) => filesUnder(join(ROOT, folder)).map((file) => join(folder, file))),
  ];
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return sha256(lines.join('\n'));
}

/**
 * A step that builds with Vite into dist/<name>, renamed into place with its stamp inside.
 * @param {string} name
 * @param {string[]} folders sources that make it stale
 * @param {string} configFile gives the function `configurations(outDir)`
 * @param {string} entry there is nothing to build while it does not exist
 * @returns {import('./index.mjs').Step}
 */
function bundleStep(name, folders, configFile, entry) {
  const target = join(ROOT, 'dist', name);
  return {
    isNeeded: (again) => {
      if (!existsSync(join(ROOT, entry))) return false;
      return again || readJson(join(target, STAMP))?.fingerprint !== fingerprint(folders);
    },
    run: async () => {
      await timed('progress.building', { part: name }, () =>
        inWorkFolder(async (folder) => {
          const made = fingerprint(folders);
          const { configurations } = await import(configFile);
          const { build } = await import('vite');
          await withNodeEnv('production', async () => {
            for (const configuration of configurations(folder)) await build(configuration);
          });
          writeJson(join(folder, STAMP), { fingerprint: made });
          replaceFolder(folder, target);
        }),
      );
    },
  };
}

/** Programs and preload script. */
export const bundle = bundleStep('electron', ['electron', 'build'], '../vite.electron.config.mjs', 'electron');
/** The page of the window and of the browser host. */
export const page = bundleStep(
  'renderer',
  ['renderer', 'electron/advice', 'electron/contract', 'electron/messages', 'build'],
  '../vite.renderer.config.mjs',
  'renderer/index.html',
);
/** The page that a model leaves as, without the model. */
export const storyteller = bundleStep(
  'storyteller',
  ['renderer', 'electron/advice', 'electron/contract', 'electron/engine', 'electron/messages', 'build'],
  '../vite.storyteller.config.mjs',
  'renderer/storyteller/index.html',
);
/** The benchmarks. */
export const bench = bundleStep(
  'bench',
  ['electron', 'test/bench', 'build'],
  '../vite.bench.config.mjs',
  'test/bench/main.ts',
);
