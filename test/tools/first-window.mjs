// node test/tools/first-window.mjs [--rounds 7] [--workspace FOLDER]: how long the built app takes from its start to its
// first picture and to a room that answers, in Electron, beside an Electron that opens an empty window, in turn.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineFolder } from '../../electron/native/installation.mjs';
import { ROOT } from '../../build/setup/files.mjs';
import { hasOwnDisplay, openDisplay } from '../electron/display.mjs';
import { builtAppFor } from '../electron/for-older.mjs';
import { attach, SWITCH } from '../electron/harness.mjs';
import { electronHere, majorOf, reasonAgainstElectron } from '../electron/here.mjs';
import { surroundings } from '../electron/launch.mjs';
import { asOrdinaryUser, giveToUser } from '../electron/user.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, workspace: { type: 'string' } } });
const reason = reasonAgainstElectron();
if (reason) {
  console.log(reason);
  process.exit(0);
}

/** Kinds of the page's own records of what it drew. */
const PAINTS = [
  { type: 'paint', called: 'first picture' },
  { type: 'largest-contentful-paint', called: 'with its text' },
];

const electron = electronHere();
const folder = giveToUser(mkdtempSync(join(tmpdir(), 'aesop-window-')));
chmodSync(folder, 0o755);
const empty = join(folder, 'empty');
mkdirSync(empty);
writeFileSync(join(empty, 'package.json'), '{ "name": "empty", "version": "1.0.0", "main": "main.js" }');
writeFileSync(
  join(empty, 'main.js'),
  `const { app, BrowserWindow } = require('electron');
app.enableSandbox();
app.whenReady().then(() => new BrowserWindow().loadFile('page.html'));`,
);
writeFileSync(join(empty, 'page.html'), '<main><h1>Empty</h1></main>');

const display = hasOwnDisplay() ? await openDisplay() : undefined;
const engine = engineFolder(ROOT);

/**
 * Opens an app once.
 * @param {string} app its folder
 * @returns {Promise<number[]>} milliseconds from its start to each of `PAINTS`
 */
async function opening(app) {
  const workspace = giveToUser(mkdtempSync(join(folder, 'workspace-')));
  if (values.workspace) {
    // As it was left: summaries that were made of its files hold while their times do, to the nanosecond, which cpSync cuts.
    execFileSync('cp', ['-a', `${values.workspace}/.`, workspace]);
    giveToUser(workspace);
  }
  const { args, env } = surroundings({ folder, workspace, display: display?.name });
  const program = asOrdinaryUser(electron, folder);
  const started = Date.now();
  const child = spawn(program, [SWITCH, ...args, app], {
    env: engine ? { ...env, AESOP_ENGINE_FOLDER: engine } : env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { page } = await attach(child);
  await page.waitForSelector('main h1', { state: 'attached' });
  // By the page's own clock: to get hold of it takes longer than it took to draw.
  const seen = await page.evaluate(
    (types) =>
      Promise.all(
        types.map(
          (type) =>
            new Promise((resolve) => {
              const done = (/** @type {PerformanceObserverEntryList} */ list) => {
                const entry = list.getEntries().at(-1);
                if (entry?.name !== 'first-paint') resolve(performance.timeOrigin + Number(entry?.startTime));
              };
              new PerformanceObserver(done).observe({ type, buffered: true });
            }),
        ),
      ),
    PAINTS.map(({ type }) => type),
  );
  const ended = once(child, 'exit');
  await page.close();
  await ended;
  return seen.map((time) => Number(time) - started);
}

const apps = { 'an empty window': empty, Aesop: await builtAppFor(electron) };
/** @type {Record<string, number[][]>} */
const times = {};
for (let round = 0; round < Number(values.rounds); round++)
  for (const [name, app] of Object.entries(apps)) (times[name] ??= []).push(await opening(app));

console.log(`Electron ${majorOf(electron)}, milliseconds from its start:`);
for (const [at, { called }] of PAINTS.entries())
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.map((each) => Math.round(each[at])).toSorted((a, b) => a - b);
    console.log(`  ${called}, ${name.padEnd(16)} median ${sorted[sorted.length >> 1]}, least ${sorted[0]}`);
  }
display?.close();
rmSync(folder, { recursive: true, force: true });
