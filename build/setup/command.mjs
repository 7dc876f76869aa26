import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {...string} names
 * @returns {string} path of the first of these programs on PATH, '' when none is there
 */
export function findProgram(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const candidate of folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)))) {
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        continue;
      }
    }
  }
  return '';
}

/** @returns {string[]} how npm is called: the one that this runs in, else the one on PATH; nothing where there is none */
export function npmCommand() {
  const inNpm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : '';
  return inNpm ? [process.execPath, inNpm] : [findProgram('npm')].filter(Boolean);
}

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} signal name of the signal that ended it, '' else
 * @property {string} output what it wrote, as far as it was captured
 */

/**
 * Runs a program without a shell. Its stderr is captured; its stdout too, unless it is to be shown (on our stderr).
 * Never rejects: a program that cannot start is an outcome like any other.
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number }} [options] timeout in ms
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env, show = false, timeout } = {}) {
  const child = spawn(program, args, { cwd, env, timeout, stdio: ['ignore', show ? 2 : 'pipe', 'pipe'] });
  /** @type {string[]} */
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, signal: '', output: error.message }));
    child.once('close', (code, signal) => resolve({ ok: code === 0, signal: signal ?? '', output: chunks.join('') }));
  });
}

/**
 * Runs a program with everything it says on our stderr.
 * @param {string} program @param {string[]} args @param {string} cwd
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runShown(program, args, cwd) {
  const shell = process.platform === 'win32';
  const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 2, 2] });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
