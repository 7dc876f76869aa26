/**
 * Runs the built app in a real Electron process and drives it through its ipc: node test/electron/smoke.mjs
 * With --packed it is the app out of release/, with nothing but what was packed.
 * The Electron is an old one from a package registry, started by a harness that lies beside the checkout or at
 * LEGACY_ELECTRON; where there is none, it says so and ends well.
 */
import { extractAll } from '@electron/asar';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const harness = process.env.LEGACY_ELECTRON ?? join(root, '..', 'shared', 'legacy-electron');
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

function run() {
  const app = join(root, '.cache', 'electron-smoke');
  if (!existsSync(join(harness, 'run.mjs'))) {
    say(`The Electron smoke check is skipped: there is no harness at ${harness}.`);
    return 0;
  }
  rmSync(app, { recursive: true, force: true });
  if (process.argv.includes('--packed')) stagePacked(app);
  else stageBuilt(app);
  const out = mkdtempSync(join(tmpdir(), 'aesop-smoke-'));
  const { status } = spawnSync(
    process.execPath,
    [
      ...[join(harness, 'run.mjs'), '--app', app, '--out', out, '--timeout', '240'],
      ...['--preload', 'dist/electron/preload.cjs', '--renderer', 'dist/renderer'],
      ...['--steps', fileURLToPath(new URL('smoke-steps.mjs', import.meta.url))],
    ],
    { stdio: 'inherit', env: { ...process.env, AESOP_HOME: join(out, 'workspace'), AESOP_SMOKE: out } },
  );
  if (status === 0) rmSync(out, { recursive: true, force: true });
  else say(`What was left lies in ${out}.`);
  if (status !== 2) return status ?? 1;
  say('The Electron smoke check is skipped: no Electron or no display can be had here (see above).');
  return 0;
}

process.exitCode = run();
