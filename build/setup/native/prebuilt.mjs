import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../command.mjs';
import { ROOT } from '../files.mjs';
import { timed } from '../progress.mjs';
import { EngineFailure } from '../../../electron/native/failure.mjs';
import { ADDON } from '../../../electron/native/installation.mjs';
import { testAddon } from './load-test.mjs';
import { message } from './message.mjs';
import { PACKAGE } from './note.mjs';
import { clearPackage, sizes } from './place.mjs';

const TIME_LIMIT = 10 * 60 * 1000;
const PLACE = join(PACKAGE, ADDON);

/** The script puts the DLL where Node's newest interface would look, the add-on looks beside itself. */
function putLibraryBesideAddon() {
  const library = join(PACKAGE, 'deps', 'lib', 'tensorflow.dll');
  if (process.platform === 'win32' && existsSync(library))
    copyFileSync(library, join(PACKAGE, 'lib', 'napi-v8', 'tensorflow.dll'));
}

/** Runs the package's own install script, which rewrites package.json while it works. */
async function runInstallScript() {
  const manifest = join(PACKAGE, 'package.json');
  const original = readFileSync(manifest);
  const env = { ...process.env, PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter) };
  try {
    return await run(process.execPath, ['scripts/install.js', 'gpu', 'download'], {
      cwd: PACKAGE,
      env,
      timeout: TIME_LIMIT,
    });
  } finally {
    writeFileSync(manifest, original);
  }
}

/**
 * Installs the add-on and library that the authors of tfjs publish; leaves nothing behind when that fails.
 * @returns {Promise<Record<string, number>>} path in the package → bytes
 */
export async function installPrebuilt() {
  clearPackage();
  try {
    const { ok } = await timed('progress.published', {}, runInstallScript);
    if (!ok || !existsSync(PLACE)) {
      throw new EngineFailure(message('shortfalls.noPublishedAddon'), message('remedies.connectAndSetUp'), true);
    }
    putLibraryBesideAddon();
    await testAddon(PLACE);
    return sizes();
  } catch (error) {
    clearPackage();
    throw error;
  }
}
