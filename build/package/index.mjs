import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';
import { nodeTool } from '../tools.mjs';
import { renderIcons } from './icons.mjs';
import { writeLicenses } from './licenses.mjs';

/** An unpacked Electron that is there already, for machines that cannot download one. */
function givenElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const installed = join(ROOT, 'node_modules', 'electron', 'dist');
  return given ?? (existsSync(join(installed, 'version')) ? installed : undefined);
}

/**
 * Packs the built app into release/: the unpacked folder, or the targets that the arguments name
 * (`npm run package -- --linux deb`).
 * @param {string[]} args of electron-builder
 */
export async function packageApp(args) {
  renderIcons();
  writeLicenses();
  const electron = givenElectron();
  process.exitCode = await nodeTool('electron-builder/cli.js', [
    ...(args.length > 0 ? args : ['--dir']),
    ...['--config', 'build/electron-builder.yml', '--publish', 'never'],
    ...(electron ? [`-c.electronDist=${electron}`] : []),
  ]);
}
