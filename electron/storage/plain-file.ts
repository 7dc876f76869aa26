import { constants } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import { AesopError, phrase } from '../contract/errors.ts';

/** Does not wait at a pipe that took the file's place meanwhile; Windows has neither flag. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Opens a file for reading; the caller closes it. What is no plain file is refused before it is opened: a pipe waits for
 * its writer, a device may do anything.
 * @param links whether a link may lead to it
 * @throws AesopError `file-damaged` where it is no plain file; errors of the file system
 */
export async function openPlainFile(
  path: string,
  { links = true } = {},
): Promise<{ handle: FileHandle; bytes: number }> {
  const notPlain = () => new AesopError('file-damaged', { path, problem: phrase('not-plain') });
  if (!(await (links ? stat(path) : lstat(path))).isFile()) throw notPlain();
  const handle = await open(path, links ? READ : READ | NO_LINK);
  const status = await handle.stat();
  if (status.isFile()) return { handle, bytes: status.size };
  await handle.close();
  throw notPlain();
}

/**
 * The whole of a plain file, read only where it is not too large.
 * @param most bytes
 * @throws AesopError `file-damaged` where it is larger or no plain file; errors of the file system
 */
export async function readPlainFile(path: string, most: number): Promise<Buffer> {
  const { handle, bytes } = await openPlainFile(path);
  try {
    if (bytes > most)
      throw new AesopError('file-damaged', { path, problem: phrase('file-large', { bytes, limit: most }) });
    const content = Buffer.allocUnsafe(bytes);
    let done = 0;
    for (let read = -1; done < bytes && read !== 0; done += read)
      read = (await handle.read(content, done, bytes - done, done)).bytesRead;
    return content.subarray(0, done);
  } finally {
    await handle.close();
  }
}
