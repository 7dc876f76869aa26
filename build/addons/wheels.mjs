import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, replaceFolder, sha256 } from '../setup/files.mjs';
import { timed } from '../setup/progress.mjs';
import { importTypeScript } from '../setup/typescript.mjs';
import { inOwnFolder } from './own-folder.mjs';

/** What is downloaded and unpacked for the add-ons: 6 GB for all systems. */
export const DOWNLOADS = join(CACHE, 'addons');

/**
 * Some members of a wheel, downloaded and compared with its hash once.
 * @param {import('../../electron/native/systems.ts').Wheel} wheel
 * @param {RegExp} members
 * @param {string} [program] a member that is to be started
 * @returns {Promise<string>} the folder in which they lie, by their own paths
 */
export async function unpackedWheel(wheel, members, program) {
  const { project, version, platform } = wheel;
  const mark = sha256([wheel.sha256, members].join()).slice(0, 12);
  const target = join(DOWNLOADS, `${project}-${version}-${platform}-${mark}`);
  if (existsSync(target)) return target;
  /** @type {typeof import('../../electron/native/fetch-wheel.ts')} */
  const { fetchWheel } = await importTypeScript('native/fetch-wheel.ts');
  /** @type {typeof import('../../electron/native/unpack.ts')} */
  const { unpack } = await importTypeScript('native/unpack.ts');
  /** @type {typeof import('../../electron/native/sources.ts')} */
  const { findSources } = await importTypeScript('native/sources.ts');
  const { signal } = new AbortController();
  await inOwnFolder(DOWNLOADS, async (folder) => {
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    await timed('addons.fetching', { project, version, platform }, async () => {
      const path = await fetchWheel(wheel, findSources(), folder, { progress: () => undefined, signal });
      await unpack(path, unpacked, (member) => (members.test(member) ? member : undefined), signal);
    });
    if (program) chmodSync(join(unpacked, program), 0o755);
    replaceFolder(unpacked, target);
  });
  return target;
}
