/**
 * Installs what `npm run package -- --linux` made, lets it train, and takes it away again:
 * node test/platforms/installed.mjs [deb] [rpm] [zip] [AppImage]
 * The .deb goes into a Debian of its own, with its scripts and what it depends on; the others are unpacked. The Electron is the
 * one that was packed; an older one gets its code written anew. An AppImage is made with
 * `APPIMAGE_RUNTIME=test/platforms/appimage-runtime.sh`. Run it as root, with debootstrap, rpm2cpio, cpio, unzip, unsquashfs and
 * Xvfb.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build/setup/files.mjs';
import { openBridge } from '../electron/bridge.mjs';
import { openDisplay } from '../electron/display.mjs';
import { attach, openApp, quitApp, SWITCH } from '../electron/harness.mjs';
import { electronHere } from '../electron/here.mjs';
import { packedAppFor } from '../electron/packed.mjs';
import { giveToUser } from '../electron/user.mjs';
import { DebianRoot } from './debian-root.mjs';

const RELEASE = join(ROOT, 'release');
const APP = join('opt', 'Aesop');
/**
 * Those whose files lie as they are, by the shell that unpacks them here.
 * @type {Record<string, { unpack: string, start: string }>} start: what the person starts, in the folder
 */
const FILES = {
  rpm: { unpack: 'rpm2cpio "$1" | cpio -idm --quiet', start: join(APP, 'aesop') },
  zip: { unpack: 'unzip -q "$1"', start: 'aesop' },
  AppImage: { unpack: '"$1" --appimage-extract', start: join('squashfs-root', 'AppRun') },
};
const TEXT = 'The fox saw the crow . The crow held the cheese . The fox praised the crow . '.repeat(12);
const FOX = '/home/fox';

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} ending @returns {string} the package in release/ */
function made(ending) {
  const name = readdirSync(RELEASE).find((file) => file.endsWith(ending) && !file.includes('-light-'));
  if (!name) throw new Error(`No ${ending} lies in release/: npm run package -- --linux makes one.`);
  return join(RELEASE, name);
}

/** Puts the code that the packed Electron can run in the place of what was installed. @param {string} folder of the app */
async function fitCode(folder) {
  const program = await packedAppFor(electronHere());
  copyFileSync(join(program, '..', 'resources', 'app.asar'), join(folder, 'resources', 'app.asar'));
}

/** A text comes in, a model comes out. @param {import('playwright-core').Page} page */
async function train(page) {
  const { ask, until } = await openBridge(page);
  await ask('corpora.paste', { name: 'fox', text: TEXT });
  const corpus = await until('the text', ({ corpora }) => corpora.find((/** @type {any} */ one) => one.name === 'fox'));
  const { id } = await ask('runs.start', { corpus: corpus.id, hyperparameters: { steps: 60 } });
  const run = await until('the end of the training', ({ runs }) =>
    runs.find((/** @type {any} */ one) => one.id === id && !['queued', 'running'].includes(one.status)),
  );
  assert.equal(run.status, 'done', JSON.stringify(run.error));
  assert.equal(run.engine.engine, 'tensorflow', 'the engine that came along computes');
  say(`trained on ${run.engine.label}`);
}

/** @param {string} workspace */
function assertKept(workspace) {
  for (const kind of ['corpora', 'models']) assert.ok(readdirSync(join(workspace, kind)).length > 0, `${kind} stay`);
}

/** @param {string} display */
async function tryDeb(display) {
  const debian = await DebianRoot.open();
  try {
    await debian.install(made('.deb'));
    const folder = join(debian.folder, APP);
    await debian.run('test', '-x', '/usr/bin/aesop');
    await debian.run('test', '-s', '/usr/share/applications/aesop.desktop');
    await fitCode(folder);
    rmSync(join(debian.folder, FOX), { recursive: true, force: true });
    await debian.run('sh', '-c', `id fox >/dev/null 2>&1 || useradd --home-dir ${FOX} fox; install -d -o fox ${FOX}`);
    const env = ['env', '-i', `HOME=${FOX}`, `DISPLAY=${display}`, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'];
    const line = [...env, 'aesop', SWITCH, '--disable-gpu', '--ozone-platform=x11'];
    const opened = await attach(
      spawn('chroot', ['--userspec=fox', debian.folder, ...line], { stdio: ['ignore', 'inherit', 'pipe'] }),
    );
    await train(opened.page);
    await quitApp({ ...opened, folder: '', log: say });
    await debian.run('apt-get', 'remove', '-y', '-qq', 'aesop');
    assert.equal(existsSync(folder), false, 'nothing of the app stays');
    assertKept(join(debian.folder, FOX, 'Aesop'));
  } finally {
    await debian.close();
  }
}

/** @param {string} kind of `FILES` @param {string} display */
async function tryFiles(kind, display) {
  const { unpack, start } = FILES[kind];
  const folder = giveToUser(mkdtempSync(join(tmpdir(), `aesop-${kind}-`)));
  try {
    const payload = join(folder, 'payload');
    mkdirSync(payload);
    const { status } = spawnSync('sh', ['-c', unpack, 'sh', made(`.${kind}`)], { cwd: payload, stdio: 'inherit' });
    assert.equal(status, 0);
    const program = join(payload, start);
    await fitCode(dirname(program));
    const workspace = join(folder, 'workspace');
    const harness = await openApp({ folder, workspace, display, packed: program, log: say });
    await train(harness.page);
    await quitApp(harness);
    rmSync(payload, { recursive: true });
    assertKept(workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const display = await openDisplay();
try {
  const wanted = process.argv.slice(2);
  for (const name of ['deb', ...Object.keys(FILES)]) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const begun = Date.now();
    await (name === 'deb' ? tryDeb(display.name) : tryFiles(name, display.name));
    say(`${name}: installed, trained, removed; texts and models stay (${Math.round((Date.now() - begun) / 1000)} s).`);
  }
} finally {
  display.close();
}
