import { existsSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runShown } from './command.mjs';
import { readJson, ROOT, sha256 } from './files.mjs';
import { timed } from './progress.mjs';
import { words } from './words.mjs';

const LOCKFILE = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.aesop-lockfile');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

const wanted = () => sha256(readFileSync(LOCKFILE, 'utf8'));
const stamped = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '');

/** Whether node_modules holds what the lock file says, by the list that npm writes last. */
function isInstalled() {
  const installed = readJson(INSTALLED)?.packages;
  if (!installed) return false;
  /** @type {[string, { version?: string, optional?: boolean }][]} */
  const packages = Object.entries(readJson(LOCKFILE)?.packages ?? {}).filter(([path]) => path !== '');
  return packages.every(([path, { version, optional }]) => optional || installed[path]?.version === version);
}

/** npm may report success on a full disk and leave files empty. */
function diskIsFull() {
  const { bavail, bsize } = statfsSync(ROOT);
  return bavail * bsize < 10e6;
}

async function installDependencies() {
  rmSync(STAMP, { force: true });
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [program, ...options] = npmCommand();
  if (!program) throw new Error(words('stops.npmMissing'));
  const done = await runShown(program, [...options, ...args], ROOT);
  if (!done || !isInstalled() || diskIsFull()) throw new Error(words('stops.packagesMissing'));
}

/** @type {import('./index.mjs').Step} node_modules as package-lock.json says, install scripts off */
export const dependencies = {
  isNeeded: () => stamped() !== wanted(),
  run: async () => {
    if (!isInstalled()) await timed('progress.packages', {}, installDependencies);
    // Whole or not at all, and in no file that another checkout's node_modules may be a link of.
    writeFileSync(`${STAMP}.new`, wanted());
    renameSync(`${STAMP}.new`, STAMP);
  },
};
