import { DOCUMENT_LIMITS } from '../../../contract/limits.ts';
import type { DocumentSource } from './document.ts';
import { tooLarge, type Called } from './refusals.ts';

/**
 * A document that can only be read as a whole.
 * @throws AesopError document-large
 */
export async function wholeBytes(source: DocumentSource, called: Called): Promise<Buffer> {
  const { whole } = DOCUMENT_LIMITS;
  if (source.size > whole) throw tooLarge(called, whole);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    length += piece.length;
    if (length > whole) throw tooLarge(called, whole);
    source.watch.work(piece.length, () => pieces.push(piece));
  }
  return Buffer.concat(pieces);
}
