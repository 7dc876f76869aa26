import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './setup/command.mjs';
import { ROOT } from './setup/files.mjs';
import { timed } from './setup/progress.mjs';
import { words } from './setup/words.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
/** Says that the download of Electron failed, so that not every start waits for it. */
const UNREACHABLE = join(ROOT, '.cache', 'electron-unreachable');
const DAY = 24 * 3600e3;
const DOWNLOAD_LIMIT = 5 * 60e3;

/**
 * @param {string} folder of Electron's package
 * @param {string | undefined} given folder of an unpacked Electron
 * @returns {string} path of the Electron program, '' while there is none; never downloads it
 */
export function installedElectron(folder = PACKAGE, given = process.env.ELECTRON_OVERRIDE_DIST_PATH) {
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8').trim() : '';
  const path = given ? join(given, name || 'electron') : name && join(folder, 'dist', name);
  return path && existsSync(path) ? path : '';
}

const failedLately = () => existsSync(UNREACHABLE) && Date.now() - statSync(UNREACHABLE).mtimeMs < DAY;

/** Electron's own installer, once a day at most while it fails. */
async function downloadElectron() {
  if (failedLately()) return;
  const { ok, output } = await timed('progress.electron', {}, () =>
    run(process.execPath, [join(PACKAGE, 'install.js')], { cwd: PACKAGE, timeout: DOWNLOAD_LIMIT }),
  );
  if (ok) return;
  mkdirSync(dirname(UNREACHABLE), { recursive: true });
  writeFileSync(UNREACHABLE, output);
}

/**
 * Why the window cannot open here; '' where it can.
 * @param {{ platform: string, env: NodeJS.ProcessEnv, root: boolean }} machine
 */
export function reasonAgainstWindow({ platform, env, root }) {
  if (platform !== 'linux') return '';
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return words('windows.noDisplay');
  return root ? words('windows.asRoot') : '';
}

const thisMachine = () => ({ platform: process.platform, env: process.env, root: process.getuid?.() === 0 });

/** @param {string} electron @param {string[]} args @returns {Promise<void>} when the window was closed */
function openWindow(electron, args) {
  const child = spawn(electron, [ROOT, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

/**
 * Opens the studio: its window, or the same studio in the browser where Electron or a display is missing.
 * @param {string[]} args texts to open
 * @param {(args: string[]) => Promise<void>} serve the browser's host
 * @param {Parameters<typeof reasonAgainstWindow>[0]} [machine]
 */
export async function startStudio(args, serve, machine = thisMachine()) {
  let reason = reasonAgainstWindow(machine);
  if (!reason && !installedElectron()) await downloadElectron();
  const electron = reason ? '' : installedElectron();
  if (electron) return openWindow(electron, args);
  reason ||= words('windows.noElectron');
  console.error(words('windows.instead', { reason }));
  await serve([...args, '--open']);
}
