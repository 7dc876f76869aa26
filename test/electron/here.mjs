import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedElectron, reasonAgainstWindow } from '../../build/start.mjs';
import { fetchedElectron, reasonAgainstFetched } from '../../build/setup/tests/electron.mjs';
import { hasOwnDisplay } from './display.mjs';
import { reasonAgainstUser } from './user.mjs';

/** @returns {string} path of the Electron that the tests drive: the installed or named one, else the one for the tests */
export const electronHere = () => installedElectron() || fetchedElectron();

/** @param {string} program of Electron @returns {number} its major version; 0 where it does not say it */
export function majorOf(program) {
  const file = join(dirname(program), 'version');
  return existsSync(file) ? Number(/\d+/.exec(readFileSync(file, 'utf8'))?.[0] ?? 0) : 0;
}

/** Whether its libraries are there. @param {string} program */
function starts(program) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(program, ['-p', '1'], { env, timeout: 60e3 }).status === 0;
}

/** Why the app cannot be driven in Electron here; '' where it can. Nothing is downloaded to find out. @returns {string} */
export function reasonAgainstElectron() {
  const program = electronHere();
  if (!program)
    return `no Electron is unpacked here (ELECTRON_OVERRIDE_DIST_PATH may name one), and ${reasonAgainstFetched()}`;
  const env = hasOwnDisplay() ? { DISPLAY: 'of its own' } : process.env;
  const reason = reasonAgainstWindow({ platform: process.platform, env, root: false }) || reasonAgainstUser(program);
  return (
    reason ||
    (starts(program) ? '' : `${program} does not start: a library may be missing (Debian: libgtk-3-0, libnss3)`)
  );
}
