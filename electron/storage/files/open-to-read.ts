import { constants } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import { requireFile } from '../../contract/file-kinds.ts';
import { onDisk } from './disk-errors.ts';

/** A pipe that took the file's place meanwhile does not keep its reader waiting. Windows has neither flag. */
const READ_NOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Opens a file to be read; the caller closes it, or a stream over it does. What is no file is not even opened: a device may
 * do anything then.
 * @param links whether a link may lead to it
 * @throws AesopError `file-missing`, `no-permission`, `file-is-folder`, `not-a-file`, `link-unfollowed`
 */
export function openToRead(path: string, { links = true } = {}): Promise<FileHandle> {
  return onDisk(path, async () => {
    requireFile(await (links ? stat(path) : lstat(path)), path);
    const handle = await open(path, links ? READ_NOW : READ_NOW | NO_LINK);
    try {
      requireFile(await handle.stat(), path);
      return handle;
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  });
}
