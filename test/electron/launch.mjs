import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { ROOT } from '../../build/setup/files.mjs';
import { engineFolder } from '../../electron/native/installation.mjs';
import { builtAppFor } from './for-older.mjs';
import { electronHere } from './here.mjs';
import { asOrdinaryUser, giveToUser } from './user.mjs';

/**
 * @typedef {object} Start
 * @property {string} folder of the tests, which the user who runs Electron can reach
 * @property {string} workspace
 * @property {string} [display] its name, where it is the tests' own
 * @property {string} [locale]
 * @property {Record<string, string>} [env] besides that of this process
 */

/**
 * Switches and surroundings of a start of the app. Each has a home of its own, which also holds the lock against a second
 * start.
 * @param {Start} start
 */
export function surroundings({ folder, workspace, display, locale = 'en-US', env = {} }) {
  const home = giveToUser(mkdtempSync(join(folder, 'home-')));
  const own = ['--disable-gpu', `--user-data-dir=${join(home, 'data')}`, `--lang=${locale}`];
  const inherited = /** @type {Record<string, string>} */ (process.env);
  const DISPLAY = display ?? inherited.DISPLAY ?? '';
  return {
    args: display ? ['--ozone-platform=x11', ...own] : own,
    env: { ...inherited, ...env, DISPLAY, HOME: home, AESOP_HOME: workspace, LANGUAGE: locale.replace('-', '_') },
  };
}

/** Starts the built app in Electron, with its sandbox on. @param {Start} start */
export async function launchElectron(start) {
  const { args, env } = surroundings(start);
  const electron = electronHere();
  // The account that runs the tests has it, and not the one that the app is started as.
  const engine = engineFolder(ROOT);
  return _electron.launch({
    executablePath: asOrdinaryUser(electron, start.folder),
    args: [...args, await builtAppFor(electron)],
    env: engine ? { ...env, AESOP_ENGINE_FOLDER: engine } : env,
    chromiumSandbox: true,
    // As the window has it, not as Playwright would emulate it.
    colorScheme: null,
  });
}
