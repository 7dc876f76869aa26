import { TextReader, type DecodeOptions } from './decode.ts';
import { openBytes } from './file-bytes.ts';

/** A text that is read while it is used. */
export interface TextStream {
  /** normalised text, in pieces of about a megabyte */
  chunks: AsyncIterable<string>;
  /** what is known so far; all of it once the pieces have ended */
  reader: TextReader;
  /** bytes in all, 0 where that is not known before */
  size: number;
}

async function* readChunks(source: AsyncIterable<Uint8Array>, reader: TextReader): AsyncGenerator<string> {
  for await (const bytes of source) {
    const text = reader.push(bytes);
    if (text) yield text;
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
  if (typeof source !== 'string') return { chunks: readChunks(source, reader), reader, size: 0 };
  const { bytes, size } = await openBytes(source);
  return { chunks: readChunks(bytes, reader), reader, size };
}
