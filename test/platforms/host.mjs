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
 * @property {string[]} settings of a training that ends there in a minute or two; none where those of the program do
 *
 * @typedef {object} Outcome
 * @property {number | null} code
 * @property {string} stdout
 * @property {string} stderr
 */

let runs = 0;
/** Leaders of the groups that still run. @type {Set<number>} */
const running = new Set();

// Whoever ends the check ends what it started: emulated, nothing ends soon by itself.
process.once('exit', () => running.forEach((group) => endGroup(group, 'SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** @param {number} group @param {NodeJS.Signals} signal */
function endGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended already.
  }
}

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
    detached: true,
  });
  streams.forEach(closeSync);
  const group = child.pid;
  if (group !== undefined) running.add(group);
  /** @type {Promise<Outcome>} */
  const finished = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (group !== undefined) running.delete(group);
      resolve({ code, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8') });
    });
  });
  /** @param {NodeJS.Signals} signal to the emulator, Node in it, and its workers */
  const end = (signal) => void (group !== undefined && endGroup(group, signal));
  return { end, finished, said: () => readFileSync(stdout, 'utf8') };
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
