import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Characters that are written at once. */
const PIECE = 1 << 16;

async function* inPieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** Writes a new text file, line after line as they come. @throws AbortError */
export async function writeLines(
  path: string,
  lines: Iterable<string> | AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  await pipeline(Readable.from(inPieces(lines)), createWriteStream(path, { flags: 'wx' }), { signal });
}
