import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { endAlong } from '../tools/end-along.mjs';
import { launchElectron, surroundings } from './launch.mjs';
import { asOrdinaryUser } from './user.mjs';

/**
 * @typedef {object} Harness the app in its own processes, and what drives it
 * @property {string} folder that outlives the app
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').ElectronApplication} [app] the main process; a packed app's fuses let nobody in
 * @property {import('node:child_process').ChildProcess} main
 * @property {(text: string) => void} log
 */

const QUIT_LIMIT = 30_000;
/** Makes a packed app listen for `attach`. */
export const SWITCH = '--remote-debugging-port=0';

/** Waits for the line with which Chromium says where it listens. @param {import('node:child_process').ChildProcess} main */
async function listeningAt(main) {
  const lines = createInterface(/** @type {import('node:stream').Readable} */ (main.stderr));
  const said = [];
  for await (const line of lines) {
    const [, address] = /^DevTools listening on (\S+)/.exec(line) ?? [];
    if (address) return address;
    said.push(line);
  }
  throw new Error(`The app ended at once.\n${said.join('\n')}`);
}

/**
 * Gets hold of the window of an app that was started with `SWITCH`, whose fuses let nobody into main.
 * @param {import('node:child_process').ChildProcess} main with its stderr piped; it ends with this process
 */
export async function attach(main) {
  endAlong(main);
  // An Electron refuses what Playwright would set up in a browser.
  const browser = await chromium.connectOverCDP(await listeningAt(main), { noDefaults: true, isLocal: true });
  main.stderr?.resume();
  const [context] = browser.contexts();
  return { main, page: context.pages()[0] ?? (await context.waitForEvent('page')) };
}

/** @param {import('./launch.mjs').Start} start @param {string} packed */
function openPacked(start, packed) {
  const { args, env } = surroundings(start);
  const program = asOrdinaryUser(packed, start.folder);
  return attach(spawn(program, [SWITCH, ...args], { env, stdio: ['ignore', 'inherit', 'pipe'] }));
}

/** @param {import('./launch.mjs').Start} start */
async function openBuilt(start) {
  const app = await launchElectron(start);
  return { app, main: app.process(), page: await app.firstWindow() };
}

/**
 * @param {import('./launch.mjs').Start & { packed?: string, log: (text: string) => void }} start packed: program of a packed
 *   app; else the built one is opened
 * @returns {Promise<Harness & { complaints: string[] }>}
 */
export async function openApp({ packed, log, ...start }) {
  const opened = await (packed ? openPacked(start, packed) : openBuilt(start));
  /** @type {string[]} */
  const complaints = [];
  opened.page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  opened.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { ...opened, complaints, folder: start.folder, log };
}

/** Quits as a person does, by the window where main cannot be reached. @param {Harness} harness */
export async function quitApp({ app, page, main }) {
  const late = AbortSignal.timeout(QUIT_LIMIT);
  const ended = once(main, 'exit', { signal: late });
  await (app ? app.evaluate((electron) => electron.app.quit()) : page.close()).catch(() => {});
  const [code] = await ended;
  assert.equal(code, 0, 'the app ends well');
}

/** What the app wrote into its log as an error. @param {string} workspace @returns {string[]} */
export function loggedErrors(workspace) {
  const file = join(workspace, 'log', 'aesop.log');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => /^\S+ error /.test(line));
}
