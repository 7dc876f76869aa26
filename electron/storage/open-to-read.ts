import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { requireFile } from '../contract/file-kinds.ts';
import { onDisk } from './disk-errors.ts';

/** A pipe in a file's place does not keep its reader waiting. */
const READ_NOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file to be read; the caller closes it, or a stream over it does.
 * @throws AesopError `file-missing`, `no-permission`, `file-is-folder`, `not-a-file`
 */
export function openToRead(path: string): Promise<FileHandle> {
  return onDisk(path, async () => {
    const handle = await open(path, READ_NOW);
    try {
      requireFile(await handle.stat(), path);
      return handle;
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  });
}
