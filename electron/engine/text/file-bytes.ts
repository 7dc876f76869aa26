import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';

/** Bytes read at a time: big enough that calls cost nothing, small enough that stopping is prompt. */
const PIECE_BYTES = 1 << 20;

/** The catalogue's error for what the file system said. */
function fileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AesopError('file-missing', { path });
  if (code === 'EISDIR') return new AesopError('file-is-folder', { path });
  if (code === 'EACCES' || code === 'EPERM') return new AesopError('no-permission', { path });
  return error;
}

async function* pieces(path: string, most: number): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PIECE_BYTES, end: most - 1 });
  } catch (error) {
    throw fileError(error, path);
  }
}

/**
 * Opens a file to be read in pieces.
 * @param most bytes to read at most
 * @throws AesopError file-missing, file-is-folder, no-permission, the last also while reading
 */
export async function openBytes(
  path: string,
  most = Infinity,
): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number }> {
  const status = await stat(path).catch((error: unknown) => {
    throw fileError(error, path);
  });
  if (status.isDirectory()) throw new AesopError('file-is-folder', { path });
  return { bytes: pieces(path, most), size: status.size };
}
