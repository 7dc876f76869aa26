import { occurrences } from './binary.ts';
import type { Encoding } from './encodings.ts';
import { createDecoder, type StreamDecoder } from './text-decoder.ts';

const REPLACEMENT_BYTES = Buffer.from('\ufffd');

/** A decoder that counts what it could not read. */
export class CountingDecoder implements StreamDecoder {
  readonly #decoder: StreamDecoder;
  readonly #marks: boolean;
  #lastBytes: Uint8Array = new Uint8Array();
  /** places that U+FFFD stands in for, without those where the file itself says so */
  replaced = 0;

  constructor(encoding: Encoding) {
    this.#decoder = createDecoder(encoding);
    this.#marks = encoding === 'utf-8';
  }

  decode(bytes: Uint8Array, last: boolean): string {
    const text = this.#decoder.decode(bytes, last);
    const stood = occurrences('\ufffd', text);
    const written =
      stood > 0 && this.#marks ? occurrences(REPLACEMENT_BYTES, Buffer.concat([this.#lastBytes, bytes])) : 0;
    this.replaced += Math.max(0, stood - written);
    this.#lastBytes = bytes.slice(-2);
    return text;
  }
}
