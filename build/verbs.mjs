import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runFormat, runLint, runQuickChecks, runTests } from './checks/index.mjs';
import { ROOT } from './setup/files.mjs';
import { setUp } from './setup/index.mjs';
import { words } from './setup/words.mjs';

const PROGRAMS = ['dependencies', 'native-runtime', 'bundle'];
const EXPORTING = [...PROGRAMS, 'storyteller'];
const EVERYTHING = [...EXPORTING, 'page'];
/** The only one that may install something outside the checkout. */
const FOR_TESTS = [...EVERYTHING, 'test-tools', 'test-electron', 'test-programs'];

/**
 * Runs a built entry in this process, so that signals, streams and the exit code are its own.
 * @param {string} file path under dist/
 * @param {string[]} args
 */
async function runBuilt(file, args) {
  const path = join(ROOT, 'dist', file);
  if (!existsSync(path)) throw new Error(words('stops.notBuilt', { path }));
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}

/** @param {string} [verb] else the first argument is one @returns {(args: string[]) => Promise<void>} */
const cli = (verb) => async (args) => {
  const line = verb === undefined ? args : [verb, ...args];
  await setUp(line.includes('serve') ? EVERYTHING : line.includes('export') ? EXPORTING : PROGRAMS);
  await runBuilt('electron/cli.js', line);
};

/** @param {(args: string[]) => Promise<number>} tool giving the exit code @returns {(args: string[]) => Promise<void>} */
const withPackages = (tool) => async (args) => {
  await setUp(['dependencies']);
  process.exitCode = await tool(args);
};

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const VERBS = {
  start: async (args) => {
    await setUp(EVERYTHING);
    const { startStudio } = await import('./start.mjs');
    await startStudio(args, cli('serve'));
  },
  story: cli('story'),
  aesop: cli(),
  setup: ([option]) => setUp(option === '--tests' ? FOR_TESTS : EVERYTHING, { again: true }),
  build: () => setUp(['dependencies', 'bundle', 'page', 'storyteller'], { again: true }),
  test: async (args) => {
    await setUp(FOR_TESTS);
    process.exitCode = await runTests(args);
  },
  harness: async (args) => {
    await setUp(FOR_TESTS);
    const { runHarness } = await import('./harness.mjs');
    process.exitCode = await runHarness(args);
  },
  check: withPackages(runQuickChecks),
  lint: withPackages(runLint),
  format: withPackages(runFormat),
  package: async (args) => {
    await setUp(EVERYTHING);
    const { packageApp } = await import('./package/index.mjs');
    await packageApp(args);
  },
  addons: async (args) => {
    await setUp(['dependencies']);
    const { buildAddons } = await import('./addons/index.mjs');
    process.exitCode = await buildAddons(args);
  },
  bench: async (args) => {
    await setUp([...PROGRAMS, 'bench']);
    await runBuilt('bench/main.js', args);
  },
};

/** @param {unknown} error */
function inWords(error) {
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC') return path ? words('stops.diskFullAt', { path }) : words('stops.diskFull');
  if (code === 'EACCES' || code === 'EROFS') return words('stops.notWritable', { path: path ?? ROOT });
  return message ?? String(error);
}

/**
 * @param {string | undefined} verb one of package.json's scripts
 * @param {string[]} args
 */
export async function runVerb(verb, args) {
  const run = VERBS[verb ?? ''];
  if (!run) {
    console.error(
      words('stops.unknownVerb', { verb: verb ?? '', known: Object.keys(VERBS).join(words('progress.comma')) }),
    );
    process.exitCode = 2;
    return;
  }
  try {
    await run(args);
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = 1;
  }
}
