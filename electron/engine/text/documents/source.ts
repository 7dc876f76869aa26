import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';
import { rejoined } from '../rejoined.ts';
import { openBytes } from '../encodings/file-bytes.ts';
import type { DocumentSource } from './document.ts';
import { Watch } from './watch.ts';

export interface OpenOptions {
  /** what it is called in errors */
  name?: string;
  /** read as this encoding (any label) instead of guessing */
  encoding?: string;
  /** of a table: the column that is the text, by its name or its number from 1 on */
  column?: string;
  /** plain text, whatever it looks like: what was pasted */
  plain?: boolean;
  signal?: AbortSignal;
}

const begins = (pieces: readonly Uint8Array[], most: number) => Buffer.concat(pieces).subarray(0, most);

async function* pathBytes(path: string): AsyncGenerator<Uint8Array> {
  yield* (await openBytes(path)).bytes;
}

/** Takes pieces until there are so many bytes. */
async function take(pieces: AsyncIterator<Uint8Array>, taken: Uint8Array[], most: number): Promise<void> {
  let length = taken.reduce((sum, piece) => sum + piece.length, 0);
  while (length < most) {
    const next = await pieces.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
}

async function firstBytes(path: string, most: number): Promise<Uint8Array[]> {
  const taken: Uint8Array[] = [];
  const pieces = (await openBytes(path, most)).bytes[Symbol.asyncIterator]();
  await take(pieces, taken, most);
  await pieces.return?.();
  return taken;
}

/**
 * Looks at the beginning of a file, or of bytes that come in pieces.
 * @throws AesopError what the system says of the file
 */
export async function openSource(
  from: string | AsyncIterable<Uint8Array>,
  options: OpenOptions,
): Promise<DocumentSource> {
  const { head: most } = DOCUMENT_LIMITS;
  const { name = typeof from === 'string' ? from : '', encoding, column, signal } = options;
  const path = typeof from === 'string' ? from : undefined;
  const opened = typeof from === 'string' ? await openBytes(from, most) : { bytes: from, size: 0 };
  const taken: Uint8Array[] = [];
  const pieces = opened.bytes[Symbol.asyncIterator]();
  await take(pieces, taken, most);
  if (path) await pieces.return?.();
  let seen = 0;
  async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      seen += piece.length;
      yield piece;
    }
  }
  return {
    name,
    path,
    size: opened.size,
    head: begins(taken, most),
    longerHead: async (length) => {
      if (!path) await take(pieces, taken, length);
      const first = path ? await firstBytes(path, length) : taken;
      return begins(first, length);
    },
    bytes: () => counted(path ? pathBytes(path) : rejoined(taken, pieces)),
    release: async () => void (await pieces.return?.()),
    seen: () => seen,
    encoding,
    column,
    watch: new Watch(name, signal),
  };
}
