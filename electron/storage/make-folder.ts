import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import { systemCode } from './disk-errors.ts';

/**
 * Makes a folder and those above it. (Node's own recursive mkdir never ends where a file system refuses with ENOENT, as
 * /proc does.)
 * @throws AesopError `not-a-folder` where a file is in the way; errors of the file system
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOTDIR') throw new AesopError('not-a-folder', { path: dirname(path) });
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw thrown;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: unknown) => {
      if (systemCode(again) !== 'EEXIST') throw again;
    });
  }
}
