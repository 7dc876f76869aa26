import path from 'node:path';

/**
 * @typedef {object} Surroundings what decides where a browser is looked for
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {string} home folder
 * @property {() => string} playwrights where this Playwright keeps its own Chromium, whether it is there or not; costs time
 * @property {(program: string) => boolean} starts whether a program is there and runs
 */

/** The first draws the same for less: a browser without the parts that a person sees. */
const ON_PATH = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const LINUX_PROGRAMS = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** @param {Surroundings} surroundings @returns {string[]} every place of its system, the likeliest first */
function places({ platform, env, home }) {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder != null);
    return WINDOWS_PROGRAMS.flatMap((parts) => folders.map((folder) => path.win32.join(folder, ...parts)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(home, 'Applications')];
    return MAC_APPS.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = new Set([...(env.PATH ?? '').split(':').filter(Boolean), ...LINUX_FOLDERS]);
  return [...ON_PATH.flatMap((name) => [...folders].map((folder) => path.posix.join(folder, name))), ...LINUX_PROGRAMS];
}

/**
 * The Chromium, Chrome or Edge that the tests drive. What CHROMIUM_PATH names is taken or nothing is.
 * @param {Surroundings} surroundings
 * @returns {string} path of the program, '' where there is none
 */
export function findBrowser(surroundings) {
  const { env, playwrights, starts } = surroundings;
  const found = (env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : places(surroundings)).find(starts);
  if (found || env.CHROMIUM_PATH) return found ?? '';
  const own = playwrights();
  return own && starts(own) ? own : '';
}
