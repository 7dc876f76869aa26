import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Host another system's Node on this machine
 * @property {string} system
 * @property {string} work folder for what is written
 * @property {string[]} command that starts its Node
 * @property {(path: string) => string} path as the other system calls it
 * @property {NodeJS.ProcessEnv} env
 *
 * @typedef {object} Outcome
 * @property {number | null} code
 * @property {string} stdout
 * @property {string} stderr
 */

let runs = 0;

/**
 * Starts a script in the other system. What it says goes into files: Wine's programs find a pipe closed.
 * @param {Host} host
 * @param {string} script path here
 * @param {string[]} args as the other system calls them
 * @param {NodeJS.ProcessEnv} [env]
 */
export function start(host, script, args, env = {}) {
  runs += 1;
  const [stdout, stderr] = ['out', 'err'].map((end) => join(host.work, `${runs}.${end}`));
  const streams = [stdout, stderr].map((file) => openSync(file, 'w'));
  const [command, ...before] = host.command;
  const child = spawn(command, [...before, host.path(script), ...args], {
    env: { ...process.env, ...host.env, ...env },
    stdio: ['ignore', ...streams],
    // A group of its own, to be ended as a whole: the emulator, Node in it, and its workers.
    detached: true,
  });
  streams.forEach(closeSync);
  /** @type {Promise<Outcome>} */
  const finished = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      resolve({ code, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') }),
    );
  });
  return { child, finished, said: () => readFileSync(stdout, 'utf8') };
}

/**
 * @param {Host} host @param {string} script @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>} throws when it fails
 */
export async function complete(host, script, args, env) {
  const outcome = await start(host, script, args, env).finished;
  if (outcome.code === 0) return outcome;
  throw new Error(`${args.join(' ') || script} ended with ${outcome.code}:\n${outcome.stdout}\n${outcome.stderr}`);
}
