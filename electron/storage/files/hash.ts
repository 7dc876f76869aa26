import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { onDisk } from './disk-errors.ts';
import { openToRead } from './open-to-read.ts';

/** sha256 of a file, hex. @throws AesopError as `openToRead` */
export function hashFile(path: string): Promise<string> {
  return onDisk(path, async () => {
    const hash = createHash('sha256');
    await pipeline((await openToRead(path)).createReadStream({ highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
  });
}
