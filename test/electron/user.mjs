import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT } from '../../build/setup/files.mjs';
import { ADDON, engineFolder } from '../../electron/native/installation.mjs';

/** Electron keeps its sandbox, which root cannot have: the tests of root start it as the account that owns nothing. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
/**
 * What lies in a folder of root's alone, as the engine of its account does, is read all the same; without the first, asking
 * whether a file is there would still say no.
 */
const READING_ALL = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];

/** @param {string[]} prefix @param {string[]} command */
const succeeds = ([program, ...args], command) =>
  spawnSync(program, [...args, ...command], { stdio: 'ignore', timeout: 30e3 }).status === 0;

/** What is put before a command so that an ordinary user runs it. @param {string} program that it is about */
function prefix(program) {
  if (!isRoot) return ['env'];
  const engine = engineFolder(ROOT);
  const read = [join(ROOT, 'package.json'), program, ...(engine ? [join(engine, ADDON)] : [])];
  const reachable = read.every((file) => succeeds(AS_NOBODY, ['test', '-r', file]));
  return reachable ? AS_NOBODY : [...AS_NOBODY, ...READING_ALL];
}

/**
 * Whether an Electron lies where only root may go: its own processes, each in a namespace of the user's, cannot be started
 * there, whatever the user may read.
 * @param {string} program
 */
const isHidden = (program) => isRoot && !succeeds(AS_NOBODY, ['test', '-x', program]);
/** In which nobody else sees what is mounted. */
const OWN_MOUNTS = ['unshare', '--mount', '--propagation', 'private'];

/**
 * Why an Electron cannot run with its sandbox on; '' where it can.
 * @param {string} program of Electron
 */
export function reasonAgainstUser(program) {
  if (process.platform !== 'linux') return '';
  const before = prefix(program);
  if (!succeeds(before, ['test', '-x', program]))
    return 'the tests are run by root, and no ordinary user can be had of setpriv';
  // An installed Electron may have the helper that belongs to root instead.
  if (!isRoot) return '';
  if (isHidden(program) && !succeeds(OWN_MOUNTS, ['true']))
    return `${program} lies where only root may go, and cannot be mounted elsewhere`;
  return succeeds(before, ['unshare', '-Ur', 'true'])
    ? ''
    : 'the kernel gives an ordinary user no namespaces, of which Electron makes its sandbox';
}

/** @param {readonly string[]} words @returns {string} as a shell reads them */
const quoted = (words) => words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');

/** A file or folder of root's becomes the user's who runs Electron, with what is in it. @param {string} path @returns {string} the same */
export function giveToUser(path) {
  if (!isRoot) return path;
  const within = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of ['', ...within]) chownSync(join(path, name), NOBODY, NOBODY);
  return path;
}

/**
 * A program that starts another one as an ordinary user, in place of itself, with the same arguments.
 * @param {string} program @param {string} folder for it
 * @returns {string} path of the program to start
 */
export function asOrdinaryUser(program, folder) {
  if (!isRoot) return program;
  const place = giveToUser(mkdtempSync(join(folder, 'start-')));
  const path = join(place, 'as-user.sh');
  const before = prefix(program);
  const lines = isHidden(program)
    ? [
        `[ "\${MOUNTED:-}" ] || exec env MOUNTED=1 ${quoted(OWN_MOUNTS)} "$0" "$@"`,
        'unset MOUNTED',
        `mount --bind ${quoted([dirname(program), place])}`,
        `exec ${quoted([...before, join(place, basename(program))])} "$@"`,
      ]
    : [`exec ${quoted([...before, program])} "$@"`];
  writeFileSync(path, ['#!/bin/sh', 'set -e', ...lines, ''].join('\n'), { mode: 0o755 });
  return path;
}
