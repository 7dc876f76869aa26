import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, readJson, ROOT, writeJson } from '../setup/files.mjs';
import { nodeTool } from '../tools.mjs';
import { placeEngine } from './engine.mjs';
import { renderIcons } from './icons.mjs';
import { writeLicenses } from './licenses.mjs';
import { standIns } from './linux/stand-ins.mjs';

/** Says that electron-builder's own tools could not be downloaded, so that not every package waits for it. */
const NOTE = join(CACHE, 'without-packing-tools.json');
const DAY = 24 * 3600e3;
const UNPACKED = join(ROOT, 'release', 'linux-unpacked');
/** Those of the configuration, which `--linux` alone means. */
const LINUX_TARGETS = ['AppImage', 'deb', 'rpm', 'zip'];

/** An unpacked Electron that is there already, for machines that cannot download one. */
function givenElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const installed = join(ROOT, 'node_modules', 'electron', 'dist');
  return given ?? (existsSync(join(installed, 'version')) ? installed : undefined);
}

/** @param {string[]} args @param {Record<string, string>} [env] */
const builder = (args, env) =>
  nodeTool('electron-builder/cli.js', [...args, '--config', 'build/electron-builder.yml', '--publish', 'never'], env);

/**
 * Makes installers of the unpacked app by what the system has.
 * @param {string[]} targets @param {string[]} options
 */
async function packBySystem(targets, options) {
  const { env, missing } = standIns();
  for (const name of targets.filter((target) => missing[target]))
    console.log(`${name} is left out: it needs ${missing[name]}.`);
  const possible = targets.filter((target) => !missing[target]);
  if (possible.length === 0) return 1;
  return builder(['--linux', ...possible, '--prepackaged', UNPACKED, ...options], env);
}

/**
 * The installers of Linux that are asked for where this is one and nothing else is.
 * @param {string[]} args of electron-builder
 * @returns {string[]} none where electron-builder is to do as it is told
 */
function linuxInstallers(args) {
  const [first, ...names] = args;
  const known = names.every((name) => LINUX_TARGETS.includes(name));
  if (process.platform !== 'linux' || first !== '--linux' || !known) return [];
  return names.length > 0 ? names : LINUX_TARGETS;
}

/**
 * Packs the built app into release/: the unpacked folder, or the targets that the arguments name
 * (`npm run package -- --linux deb`). With `--light` TensorFlow stays outside. Where the tools of electron-builder cannot be
 * downloaded, the installers of Linux are made by those of the system.
 * @param {string[]} args of electron-builder, and `--light`
 */
export async function packageApp(args) {
  renderIcons();
  writeLicenses();
  const light = !placeEngine(args.includes('--light'));
  const electron = givenElectron();
  const options = [
    ...(electron ? [`-c.electronDist=${electron}`] : []),
    ...(light ? ['-c.artifactName=${name}-light-${version}-${arch}.${ext}'] : []),
  ];
  const wanted = args.filter((argument) => argument !== '--light');
  const targets = linuxInstallers(wanted);
  if (targets.length === 0) {
    process.exitCode = await builder([...(wanted.length > 0 ? wanted : ['--dir']), ...options]);
    return;
  }
  process.exitCode = await builder(['--linux', 'dir', ...options]);
  if (process.exitCode) return;
  if (!(Date.now() - readJson(NOTE)?.time < DAY)) {
    process.exitCode = await builder(['--linux', ...targets, '--prepackaged', UNPACKED, ...options]);
    if (process.exitCode === 0) return;
    writeJson(NOTE, { time: Date.now() });
    console.log('Once more, by the tools of this system.');
  }
  process.exitCode = await packBySystem(targets, options);
}
