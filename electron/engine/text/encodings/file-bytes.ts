import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { systemError } from '../../../contract/errors.ts';
import { requireFile } from '../../../contract/file-kinds.ts';

/** Bytes read at a time: big enough that calls cost nothing, small enough that stopping is prompt. */
const PIECE_BYTES = 1 << 20;

/** What took a file's place since it was looked at, or a file that the kernel fills, never keeps its reader waiting. */
const READ_NOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function fileError(thrown: unknown, path: string): unknown {
  return systemError(thrown, path) ?? thrown;
}

async function* pieces(path: string, most: number): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(path, READ_NOW);
    try {
      const status = await handle.stat();
      requireFile(status, path);
      // what grows while it is read would never end; what the kernel fills says that it is empty
      const end = Math.min(most, status.size || Infinity) - 1;
      yield* handle.createReadStream({ highWaterMark: PIECE_BYTES, end });
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw fileError(thrown, path);
  }
}

/**
 * Opens a file to be read in pieces, as far as it reaches when the first is read.
 * @param most bytes to read at most
 * @throws AesopError `file-is-folder`, `not-a-file` for a pipe, a socket or a device, which are refused before they are
 * opened; what the system says of the file, also while it is read
 */
export async function openBytes(
  path: string,
  most = Infinity,
): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number }> {
  const status = await stat(path).catch((thrown: unknown) => {
    throw fileError(thrown, path);
  });
  requireFile(status, path);
  return { bytes: pieces(path, most), size: status.size };
}
