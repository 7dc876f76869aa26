import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.mjs';
import { ROOT } from '../files.mjs';
import { words } from '../words.mjs';
import { runAsRoot } from './apt.mjs';
import { findBrowser } from './find-browser.mjs';

const PLAYWRIGHT = join(ROOT, 'node_modules', 'playwright-core');
const COMMAND = join(PLAYWRIGHT, 'cli.js');
const MINUTE = 60;

/**
 * On Linux the program must answer: Ubuntu's chromium-browser may be a script that only says what to install, and
 * Playwright's own may lack libraries. Windows' would open a window instead.
 * @param {string} program
 */
function starts(program) {
  if (!existsSync(program)) return false;
  return process.platform !== 'linux' || spawnSync(program, ['--version'], { timeout: 30e3 }).status === 0;
}

/** Before the packages are installed there is no Playwright to ask. */
const playwrights = () =>
  existsSync(COMMAND) ? createRequire(import.meta.url)('playwright-core').chromium.executablePath() : '';

/** @returns {string} path of the browser that the tests drive, '' while there is none */
export function browserHere() {
  const { platform, env } = process;
  return findBrowser({ platform, env, home: homedir(), playwrights, starts });
}

/** @returns {string} why no browser can be driven here, and what to do */
export function reasonAgainstBrowser() {
  if (browserHere()) return '';
  const given = process.env.CHROMIUM_PATH;
  return given ? words('withoutPrograms.browserNamed', { path: given }) : words('withoutPrograms.browser');
}

/**
 * Gets Playwright's own Chromium for this account, and the libraries that it needs where root may be asked for them.
 * @param {string[] | undefined} prefix makes a command root's
 */
export async function installPlaywrightsChromium(prefix) {
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  const args = [COMMAND, 'install', '--no-shell', 'chromium'];
  const { ok } = await run(process.execPath, args, { env, timeout: 10 * MINUTE * 1000 });
  if (ok && prefix && !browserHere())
    await runAsRoot(prefix, 10 * MINUTE, [process.execPath, COMMAND, 'install-deps', 'chromium']);
}
