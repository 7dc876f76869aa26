import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../command.mjs';
import { CACHE, readJson, sha256, writeJson } from '../files.mjs';
import { say, timed } from '../progress.mjs';
import { Reason, reasonOf, saidOf, words } from '../words.mjs';

const REQUIREMENTS = fileURLToPath(new URL('programs.txt', import.meta.url));
const FOLDER = join(CACHE, 'programs');
/** Written last: without it the folder is not whole. */
const STAMP = join(FOLDER, 'requirements.sha256');
/** Says why they could not be had, so that not every test run waits for them. */
const NOTE = join(CACHE, 'without-programs.json');
const DAY = 24 * 3600e3;
const LIMIT = 20 * 60e3;

const suits = process.platform === 'linux';
const wanted = () => sha256(readFileSync(REQUIREMENTS, 'utf8'));
const isWhole = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();

/** @returns {string} the Python that has them, '' while it is not there */
export const programsPython = () => (isWhole() ? join(FOLDER, 'bin', 'python') : '');

/** @returns {string} why there is none, '' where there is one */
export function reasonAgainstPrograms() {
  if (isWhole()) return '';
  if (!suits) return words('withoutPrograms.linuxOnly');
  return saidOf(readJson(NOTE)?.reason, 'withoutPrograms.comeWith');
}

/** @returns {string[]} every Python on PATH that can make a venv */
function pythons() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = folders.map((folder) => join(folder, 'python3')).filter((program) => existsSync(program));
  return found.filter((program) => hasModules(program, ['venv', 'ensurepip']));
}

/**
 * The Python that the programs are installed for: one with PyTorch before others, which may be the system's, where it is a
 * package that another one that comes first on PATH does not see.
 * @returns {string} '' where there is none
 */
function basePython() {
  const able = pythons();
  return able.find((program) => hasModules(program, ['torch'])) ?? able[0] ?? '';
}

/** @param {string} program a Python @param {string[]} names */
function hasModules(program, names) {
  const code = `import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ${JSON.stringify(names)})))`;
  return spawnSync(program, ['-c', code], { timeout: 30e3 }).status === 0;
}

/** @returns {boolean} whether a Python has what is not in its registry in a bearable size */
export const hasSystemTorch = () => pythons().some((program) => hasModules(program, ['torch']));

/** @returns {string} why PyTorch cannot be run, '' where it can */
export function reasonAgainstTorch() {
  const python = programsPython();
  if (!python) return reasonAgainstPrograms();
  return hasModules(python, ['torch']) ? '' : words('withoutPrograms.torch');
}

async function bring() {
  const python = basePython();
  if (!python) throw new Reason('withoutPrograms.python');
  rmSync(FOLDER, { recursive: true, force: true });
  const made = await run(python, ['-m', 'venv', '--system-site-packages', FOLDER], { timeout: LIMIT });
  if (!made.ok) throw new Reason('withoutPrograms.venv');
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries=1', '--only-binary=:all:'];
  const { ok } = await run(join(FOLDER, 'bin', 'python'), [...args, '-r', REQUIREMENTS], { timeout: LIMIT });
  if (!ok) throw new Reason('withoutPrograms.pip');
  writeFileSync(STAMP, wanted());
}

/** @type {import('../index.mjs').Step} the programs that open exports, for the tests; once a day at most while it fails */
export const testPrograms = {
  isNeeded: (again) => suits && !isWhole() && (again || !(Date.now() - readJson(NOTE)?.time < DAY)),
  run: () =>
    timed('tests.programs', {}, () =>
      bring().catch((thrown) => {
        writeJson(NOTE, { time: Date.now(), reason: reasonOf(thrown, 'withoutPrograms.failed') });
        say('tests.withoutPrograms', { reason: reasonAgainstPrograms() });
      }),
    ),
};
