import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { onDisk } from './disk-errors.ts';

/** sha256 of a file, hex. @throws AesopError `file-missing`, `no-permission` */
export function hashFile(path: string): Promise<string> {
  return onDisk(path, async () => {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
  });
}
