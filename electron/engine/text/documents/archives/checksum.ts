import { crc32 } from 'node:zlib';

/**
 * The same pieces, compared with their checksum at the end.
 * @throws Error where they do not match
 */
export async function* checked(pieces: AsyncIterable<Uint8Array>, expected: number): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const piece of pieces) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== expected) throw new Error(`CRC-32 ${sum.toString(16)} instead of ${expected.toString(16)}`);
}
