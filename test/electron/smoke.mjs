/**
 * Runs the built app in a real Electron process and drives it through its ipc: node test/electron/smoke.mjs
 * With --packed it is the app out of release/, with nothing but what was packed. The name of a check runs it alone.
 * Where no Electron or no display can be had, it says so and ends well.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp } from '../../build/setup/index.mjs';
import * as bring from './bring.mjs';
import { hasOwnDisplay, openDisplay } from './display.mjs';
import { loggedErrors, openApp, quitApp } from './harness.mjs';
import { electronHere, reasonAgainstElectron } from './here.mjs';
import * as killed from './killed.mjs';
import { packedAppFor } from './packed.mjs';
import * as quit from './quit.mjs';
import { giveToUser } from './user.mjs';
import * as wholeWay from './whole-way.mjs';

/**
 * @typedef {object} Check
 * @property {(harness: any) => Promise<void>} steps
 * @property {(folder: string) => void} [verify] judges what they left, when the app has ended
 * @property {boolean} [dies] whether the app is gone after the steps; else it is quit
 * @property {boolean} [needsMain] whether it stands in for the person in the main process, as in no packed app
 * @property {boolean} [byName] whether it runs only where it is asked for
 */

/** @type {Record<string, Check>} */
const CHECKS = {
  'whole-way': wholeWay,
  quit: { ...quit, needsMain: true },
  killed: { ...killed, dies: true },
  bring: { ...bring, byName: true },
};

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * @param {Check} check @param {string} folder for what it leaves @param {string | undefined} display @param {string | undefined} packed program
 */
async function run({ steps, verify, dies }, folder, display, packed) {
  const workspace = join(folder, 'workspace');
  const harness = await openApp({ folder, workspace, display, packed, log: say });
  try {
    await steps(harness);
    if (!dies) await quitApp(harness);
  } finally {
    harness.main.kill('SIGKILL');
  }
  assert.deepEqual(harness.complaints, []);
  assert.deepEqual(loggedErrors(workspace), []);
  verify?.(folder);
}

/** @param {string[]} args */
async function runAll(args) {
  await setUp(['test-electron']);
  const reason = reasonAgainstElectron();
  if (reason) return say(`The Electron checks are skipped: ${reason}.`);
  const packed = args.includes('--packed') ? await packedAppFor(electronHere()) : undefined;
  const possible = Object.entries(CHECKS).filter(([, { needsMain }]) => !(packed && needsMain));
  const wanted = possible.filter(([name]) => args.includes(name));
  const display = hasOwnDisplay() ? await openDisplay() : undefined;
  const usual = possible.filter(([, { byName }]) => !byName);
  for (const [name, check] of wanted.length > 0 ? wanted : usual) {
    const folder = giveToUser(mkdtempSync(join(tmpdir(), `aesop-${name}-`)));
    try {
      await run(check, folder, display?.name, packed);
      say(`Electron, ${name}: well.`);
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      say(
        `Electron, ${name}: failed: ${error instanceof Error ? error.stack : error}\nWhat was left lies in ${folder}.`,
      );
      process.exitCode = 1;
    }
  }
  display?.close();
}

await runAll(process.argv.slice(2));
