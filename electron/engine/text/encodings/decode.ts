import { isAscii } from 'node:buffer';
import { AesopError } from '../../../contract/errors.ts';
import { occurrences, refuseBinary } from './bytes.ts';
import { detectEncoding, plausibilityOf, type Reading } from './detect-encoding.ts';
import { resolveEncoding, type Encoding } from './encodings.ts';
import { TextNormalizer, type LineEndings } from './normalize.ts';
import { createDecoder, type StreamDecoder } from './text-decoder.ts';

export interface DecodeOptions {
  /** read as this encoding (any label) instead of guessing */
  encoding?: string;
  /** refuse a text with a single undecodable place instead of counting it */
  strict?: boolean;
  /** what the text is called in errors */
  name?: string;
}

/** Another encoding the bytes might be in, with the beginning of what they would say. */
export interface Alternative {
  encoding: Encoding;
  sample: string;
  replaced: number;
  /** 0 to 1 */
  plausibility: number;
}

/** What is known about bytes once they are read. */
export interface Decoding {
  encoding: Encoding;
  /** 0 to 1; 1 when the encoding was named or the bytes prove it */
  confidence: number;
  /** undecodable places, each replaced by one U+FFFD */
  replaced: number;
  /** other readings worth offering, most plausible first */
  alternatives: Alternative[];
  lineEndings: LineEndings;
  bytes: number;
}

/** Share of undecodable places above which a text is not worth reading. */
const UNDECODABLE_SHARE = 0.3;
/** Bytes from the first one beyond ASCII on that are enough to tell an encoding. */
const EVIDENCE_BYTES = 1 << 16;
const SAMPLE_CHARACTERS = 80;
const REPLACEMENT_BYTES = Buffer.from('\ufffd');

/** A reading as it is offered, shown from just before its first character beyond ASCII. */
function alternative(reading: Reading): Alternative {
  const { encoding, text, replaced } = reading;
  const start = Math.max(0, [...text].findIndex((character) => character > '\u007f') - SAMPLE_CHARACTERS / 4);
  const sample = [...text].slice(start, start + SAMPLE_CHARACTERS).join('');
  return { encoding, sample, replaced, plausibility: plausibilityOf(reading) };
}

/** The readings worth offering beside the chosen encoding, most plausible first. */
export function alternativesTo(encoding: Encoding, readings: Reading[]): Alternative[] {
  return readings
    .filter((reading) => reading.encoding !== encoding && reading.replaced < reading.text.length * UNDECODABLE_SHARE)
    .slice(0, 4)
    .map(alternative);
}

/**
 * Bytes in, normalised text out, piece by piece. The encoding is decided as soon as a piece leaves ASCII: until then
 * all of them read alike.
 */
export class TextReader implements Decoding {
  encoding: Encoding = 'utf-8';
  confidence = 1;
  replaced = 0;
  alternatives: Alternative[] = [];
  bytes = 0;
  readonly #options: DecodeOptions;
  readonly #normalizer = new TextNormalizer();
  #decoder: StreamDecoder | undefined;
  #waiting: Uint8Array[] = [];
  #lastBytes: Uint8Array = new Uint8Array();
  #characters = 0;

  /** @throws AesopError encoding-unknown */
  constructor(options: DecodeOptions = {}) {
    this.#options = options;
    if (options.encoding) this.#decide(resolveEncoding(options.encoding));
  }

  get lineEndings(): LineEndings {
    return this.#normalizer.lineEndings;
  }

  /**
   * Reads on; pieces may be cut anywhere.
   * @throws AesopError text-binary
   */
  push(bytes: Uint8Array): string {
    if (!bytes.length) return '';
    const first = this.bytes === 0;
    this.bytes += bytes.length;
    if (this.#decoder) {
      if (first) refuseBinary(bytes, this.encoding, this.#options.name);
      return this.#decode(bytes, false);
    }
    if (!this.#waiting.length && isAscii(bytes) && !bytes.includes(0)) {
      if (first) refuseBinary(bytes, this.encoding, this.#options.name);
      return this.#normalizer.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
    }
    this.#waiting.push(bytes);
    const beyond = this.#waiting[0].findIndex((byte) => byte > 127 || byte === 0);
    const evidence = this.#waiting.reduce((sum, { length }) => sum + length, -beyond);
    return evidence < EVIDENCE_BYTES ? '' : this.#guess(false);
  }

  /**
   * The rest of the text.
   * @throws AesopError text-empty, text-binary, text-undecodable
   */
  end(): string {
    const { name = '', strict } = this.#options;
    const rest = this.#decoder ? this.#decode(new Uint8Array(), true) : this.#waiting.length ? this.#guess(true) : '';
    const text = rest + this.#normalizer.end();
    const { replaced, bytes, encoding } = this;
    if (!bytes) throw new AesopError('text-empty', { name });
    if (replaced > (strict ? 0 : this.#characters * UNDECODABLE_SHARE))
      throw new AesopError('text-undecodable', { count: replaced, total: bytes, encoding });
    return text;
  }

  #guess(last: boolean): string {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    const { encoding, confidence, readings } = detectEncoding(bytes);
    this.confidence = confidence;
    this.alternatives = alternativesTo(encoding, readings);
    this.#decide(encoding);
    refuseBinary(bytes, this.encoding, this.#options.name);
    return this.#decode(bytes, last);
  }

  #decide(encoding: Encoding) {
    this.encoding = encoding;
    this.#decoder = createDecoder(encoding);
  }

  #decode(bytes: Uint8Array, last: boolean): string {
    const text = this.#decoder?.decode(bytes, last) ?? '';
    const stood = occurrences('\ufffd', text);
    const written =
      stood && this.encoding === 'utf-8' ? occurrences(REPLACEMENT_BYTES, Buffer.concat([this.#lastBytes, bytes])) : 0;
    this.replaced += Math.max(0, stood - written);
    this.#lastBytes = bytes.slice(-2);
    this.#characters += text.length;
    return this.#normalizer.push(text);
  }
}

/**
 * A whole text out of its bytes: byte order mark dropped, normal form C, lines ended by LF.
 * @throws AesopError text-empty, text-binary, text-undecodable, encoding-unknown
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Decoding & { text: string } {
  const reader = new TextReader(options);
  const text = reader.push(bytes) + reader.end();
  const { encoding, confidence, replaced, alternatives, lineEndings } = reader;
  if (!text) throw new AesopError('text-empty', { name: options.name ?? '' });
  return { text, encoding, confidence, replaced, alternatives, lineEndings, bytes: bytes.length };
}
