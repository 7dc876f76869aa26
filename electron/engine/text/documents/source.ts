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

async function* pathBytes(path: string): AsyncGenerator<Uint8Array> {
  yield* (await openBytes(path)).bytes;
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
  let length = 0;
  const pieces = opened.bytes[Symbol.asyncIterator]();
  while (length < most) {
    const next = await pieces.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
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
    head: Buffer.concat(taken).subarray(0, most),
    bytes: () => counted(path ? pathBytes(path) : rejoined(taken, pieces)),
    seen: () => seen,
    encoding,
    column,
    watch: new Watch(name, signal),
  };
}
