import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from '../command.mjs';
import { lookAtMachine } from '../native/machine.mjs';
import { browserHere } from './browser.mjs';
import { hasSystemTorch } from './programs.mjs';

/**
 * @typedef {object} Need something outside the checkout that the tests can use and do without
 * @property {keyof typeof import('../../../electron/messages/en/setup.mjs').needs} name
 * @property {string[]} packages of Debian and Ubuntu
 * @property {string[]} [otherwise] packages for where a system does not have those
 * @property {() => boolean} isHere cheap
 */

const onLinux = process.platform === 'linux';

const chineseFonts = () =>
  spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 30e3 }).stdout?.trim() ?? '';

const isX64 = onLinux && process.arch === 'x64';
/** Where systems keep the libraries of x86-64. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];

/** There are other ways to it than packages; one that a person named is theirs to mend. @type {Need} */
export const BROWSER = {
  name: 'browser',
  packages: ['chromium-headless-shell'],
  otherwise: ['chromium'],
  isHere: () => Boolean(process.env.CHROMIUM_PATH) || browserHere() !== '',
};

/** @type {Need[]} */
const NEEDS = [
  BROWSER,
  {
    name: 'font',
    packages: ['fontconfig', 'fonts-noto-cjk'],
    isHere: () => !onLinux || chineseFonts() !== '',
  },
  {
    name: 'display',
    packages: ['xvfb', 'xauth'],
    isHere: () => !onLinux || (findProgram('Xvfb') !== '' && findProgram('xauth') !== ''),
  },
  {
    // of the Electron that the tests fetch, which is for this processor alone
    name: 'window',
    packages: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'],
    otherwise: ['libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2t64'],
    isHere: () => !isX64 || LIBRARIES.some((folder) => existsSync(`${folder}/libgtk-3.so.0`)),
  },
  {
    name: 'compiler',
    packages: ['g++'],
    isHere: () => !onLinux || lookAtMachine().compiler !== '',
  },
  {
    name: 'torch',
    packages: ['python3-torch', 'python3-venv'],
    isHere: () => !onLinux || hasSystemTorch(),
  },
  {
    name: 'pip',
    packages: ['python3-pip'],
    isHere: () => !onLinux || lookAtMachine().pip !== '',
  },
];

/** @returns {Need[]} those that this machine lacks */
export const missingNeeds = () => NEEDS.filter(({ isHere }) => !isHere());
