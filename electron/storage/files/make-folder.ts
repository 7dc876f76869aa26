import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { modeFor, refuseBareRoot, refuseLinks } from './confinement.ts';
import { systemCode } from './disk-errors.ts';

/** @returns false where the folder above is not there */
async function makeOne(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: modeFor(path, 'folder') });
    return true;
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOTDIR') throw new AesopError('not-a-folder', { path: dirname(path) });
    if (code === 'ENOENT') return false;
    if (code !== 'EEXIST') throw thrown;
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return true;
  throw new AesopError(found ? 'not-a-folder' : 'link-unfollowed', { path });
}

/**
 * Makes a folder and those above it, private within a workspace. (Node's own recursive mkdir never ends where a file
 * system refuses with ENOENT, as /proc does.)
 * @throws AesopError `not-a-folder` where a file is in the way, `link-unfollowed` where a link that leads nowhere is,
 * `not-plain` for any link in a workspace, `workspace-gone` where its drive is, `system-refused` where the folder above takes no other; errors of the file system
 */
export async function makeFolder(path: string): Promise<void> {
  await refuseBareRoot(path);
  await refuseLinks(path);
  if (await makeOne(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  if (!(await makeOne(path))) throw new AesopError('system-refused', { path: above, code: 'ENOENT' });
}
