import { findProgram, run } from '../command.mjs';

const MINUTE = 60;
/** So that a machine without a network learns it soon, and another apt is waited for, but not for ever. */
const PATIENCE = [
  ...['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'],
  ...['-o', 'DPkg::Lock::Timeout=60'],
];

/** @returns {Promise<string[] | undefined>} what to put before a command so that root runs it; undefined where nobody may */
export async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram('sudo');
  return sudo && (await run(sudo, ['-n', 'true'], { timeout: 10e3 })).ok ? [sudo, '-n'] : undefined;
}

/**
 * Runs a command as root. The limit is kept by a process of root's: an account may not end what sudo runs.
 * @param {string[]} prefix @param {number} seconds @param {string[]} command
 */
export function runAsRoot(prefix, seconds, command) {
  const [program, ...args] = [...prefix, 'timeout', '-k', '10', String(seconds), ...command];
  return run(program, args);
}

/** @param {string[]} prefix @param {number} seconds @param {string[]} args */
const apt = (prefix, seconds, args) =>
  runAsRoot(prefix, seconds, ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...PATIENCE, ...args]);

/** Reads what there is to install. @param {string[]} prefix */
export const updateLists = (prefix) => apt(prefix, 3 * MINUTE, ['update']);

/**
 * Installs packages. Only the download is cut short: what unpacks must come to its end.
 * @param {string[]} prefix @param {readonly string[]} packages
 */
export async function installPackages(prefix, packages) {
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  const { ok } = await apt(prefix, 10 * MINUTE, [...args, '--download-only']);
  if (ok) await apt(prefix, 20 * MINUTE, args);
}
