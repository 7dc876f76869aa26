import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';
import { TextReader, type DecodeOptions } from './decode.ts';

/** Bytes read at a time: big enough that calls cost nothing, small enough that stopping is prompt. */
const PIECE_BYTES = 1 << 20;

/** A text that is read while it is used. */
export interface TextStream {
  /** normalised text, in pieces of about a megabyte */
  chunks: AsyncIterable<string>;
  /** what is known so far; all of it once the pieces have ended */
  reader: TextReader;
  /** bytes in all, 0 where that is not known before */
  size: number;
}

/** The catalogue's error for what the file system said. */
function fileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AesopError('file-missing', { path });
  if (code === 'EISDIR') return new AesopError('file-is-folder', { path });
  if (code === 'EACCES' || code === 'EPERM') return new AesopError('no-permission', { path });
  return error;
}

async function* readChunks(
  source: AsyncIterable<Uint8Array>,
  reader: TextReader,
  path: string,
): AsyncGenerator<string> {
  try {
    for await (const bytes of source) {
      const text = reader.push(bytes);
      if (text) yield text;
    }
  } catch (error) {
    throw fileError(error, path);
  }
  const rest = reader.end();
  if (rest) yield rest;
}

/**
 * Opens a text file, or any bytes that come in pieces, for reading in constant memory.
 * @throws AesopError file-missing, file-is-folder, no-permission, encoding-unknown; while reading also text-empty,
 * text-binary, text-undecodable
 */
export async function decodeFile(
  source: string | AsyncIterable<Uint8Array>,
  options: DecodeOptions = {},
): Promise<TextStream> {
  const reader = new TextReader({ name: typeof source === 'string' ? source : '', ...options });
  if (typeof source !== 'string') return { chunks: readChunks(source, reader, ''), reader, size: 0 };
  const status = await stat(source).catch((error: unknown) => {
    throw fileError(error, source);
  });
  if (status.isDirectory()) throw new AesopError('file-is-folder', { path: source });
  const bytes = createReadStream(source, { highWaterMark: PIECE_BYTES });
  return { chunks: readChunks(bytes, reader, source), reader, size: status.size };
}
