/**
 * Runs the built app in a real Electron process and drives it through its ipc: node test/electron/smoke.mjs
 * With --packed it is the app out of release/, with nothing but what was packed. The name of a check runs it alone.
 * The Electron is an old one from a package registry, started by a harness that lies beside the checkout or at
 * LEGACY_ELECTRON; where there is none, it says so and ends well.
 */
import { extractAll } from '@electron/asar';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as killed from './killed.mjs';
import * as quit from './quit.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const harness = process.env.LEGACY_ELECTRON ?? join(root, '..', 'shared', 'legacy-electron');
/** The harness's exit status where no Electron or no display can be had. */
const UNAVAILABLE = 2;

/** A line that the harness or the steps tell, but for the death of the app, which a check may want. */
const NOTE = /^\[legacy-electron\] (?!Error)/;

/** Each check's steps lie in the file of its name; what they left is judged here, when the app has ended. */
const CHECKS = {
  /** @param {string} _folder @param {boolean} ok */
  'whole-way': (_folder, ok) => assert.ok(ok, 'the harness saw no trouble'),
  quit: quit.verify,
  killed: killed.verify,
};

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** What a package holds, taken out of it again. @param {string} app */
function stagePacked(app) {
  const resources = join(root, 'release', 'linux-unpacked', 'resources');
  extractAll(join(resources, 'app.asar'), app);
  cpSync(join(resources, 'resources'), join(app, 'resources'), { recursive: true });
}

/** The built app alone; its modules are found in the checkout above. @param {string} app */
function stageBuilt(app) {
  mkdirSync(app, { recursive: true });
  for (const folder of ['dist', 'resources']) cpSync(join(root, folder), join(app, folder), { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'aesop', version: '0.0.0', type: 'module', main: 'dist/electron/main.js' }),
  );
}

/** @param {string} app @param {string} name of the check @param {string} folder for what it leaves */
function runSteps(app, name, folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(harness, 'run.mjs'), '--app', app, '--out', folder, '--timeout', '240'],
      ...['--preload', 'dist/electron/preload.cjs', '--renderer', 'dist/renderer'],
      ...['--steps', fileURLToPath(new URL(`${name}.mjs`, import.meta.url))],
    ],
    { encoding: 'utf8', env: { ...process.env, AESOP_HOME: join(folder, 'workspace'), AESOP_SMOKE: folder } },
  );
  return { status, output: `${stderr}${stdout}` };
}

/** @param {string[]} args */
function run(args) {
  const app = join(root, '.cache', 'electron-smoke');
  if (!existsSync(join(harness, 'run.mjs'))) return say(`The Electron checks are skipped: no harness at ${harness}.`);
  rmSync(app, { recursive: true, force: true });
  if (args.includes('--packed')) stagePacked(app);
  else stageBuilt(app);
  const wanted = Object.entries(CHECKS).filter(([name]) => args.includes(name));
  for (const [name, verify] of wanted.length > 0 ? wanted : Object.entries(CHECKS)) {
    const folder = mkdtempSync(join(tmpdir(), `aesop-${name}-`));
    const { status, output } = runSteps(app, name, folder);
    if (status === UNAVAILABLE)
      return say(`${output}\nThe Electron checks are skipped: no Electron or no display can be had here.`);
    try {
      verify(folder, status === 0);
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      say(`${output}\nElectron, ${name}: failed: ${reason}\nWhat was left lies in ${folder}.`);
      process.exitCode = 1;
      continue;
    }
    say([...output.split('\n').filter((line) => NOTE.test(line)), `Electron, ${name}: well.`].join('\n'));
    rmSync(folder, { recursive: true, force: true });
  }
}

run(process.argv.slice(2));
