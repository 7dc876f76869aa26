import { open, stat } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';
import { decodeText } from '../../engine/text/decode.ts';
import { onDisk } from '../../storage/disk-errors.ts';
import type { Job } from '../job.ts';
import { findTrouble } from '../trouble.ts';

/** Enough of a file to judge its encoding by. */
const PREVIEW_BYTES = 1 << 20;
const SAMPLE_CHARACTERS = 1200;

/** The beginning of a file, ending at a line's end where the file goes on. */
async function beginning(path: string): Promise<{ bytes: Buffer; size: number }> {
  return onDisk(path, async () => {
    const status = await stat(path);
    if (status.isDirectory()) throw new AesopError('file-is-folder', { path });
    const handle = await open(path);
    try {
      const buffer = Buffer.alloc(Math.min(PREVIEW_BYTES, status.size));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      const read = buffer.subarray(0, bytesRead);
      const lineEnd = read.lastIndexOf(10);
      const whole = bytesRead < status.size && lineEnd > 0 ? read.subarray(0, lineEnd + 1) : read;
      return { bytes: whole, size: status.size };
    } finally {
      await handle.close();
    }
  });
}

/** How a file would read; nothing is kept. */
export const preview: Job<'preview'> = async ({ path, name, encoding }) => {
  const { bytes, size } = await beginning(path);
  const decoded = decodeText(bytes, { encoding, name });
  return {
    name,
    bytes: size,
    encoding: decoded.encoding,
    confidence: decoded.confidence,
    replaced: decoded.replaced,
    sample: [...decoded.text].slice(0, SAMPLE_CHARACTERS).join(''),
    trouble: decoded.replaced > 0 ? findTrouble(bytes, decoded.encoding) : [],
    alternatives: decoded.alternatives,
  };
};
