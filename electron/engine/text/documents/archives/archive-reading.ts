import type { Decoding } from '../../encodings/decode.ts';
import type { DocumentSource } from '../document.ts';

/** How the bytes of a document were read whose format says its encoding. */
export function archiveReading(source: DocumentSource): Decoding {
  return {
    encoding: 'utf-8',
    confidence: 1,
    replaced: 0,
    alternatives: [],
    lineEndings: 'lf',
    get bytes() {
      return source.size || source.seen();
    },
  };
}
