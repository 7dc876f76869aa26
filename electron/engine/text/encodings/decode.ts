import { isAscii } from 'node:buffer';
import type { Doubt } from '../../../contract/corpus.ts';
import { AesopError } from '../../../contract/errors.ts';
import { BinaryJudge } from './binary.ts';
import type { Detection, Reading } from './contest.ts';
import { CountingDecoder } from './counting-decoder.ts';
import { detectEncoding } from './detect-encoding.ts';
import { doubtOf } from './doubt.ts';
import { isJoinable, isWide, resolveEncoding, type Encoding } from './encodings.ts';
import { TextNormalizer, type LineEndings } from './normalize.ts';
import { SEVEN_BITS_HEAD, sevenBitsOf } from './seven-bits.ts';
import { JoinedDecoder } from './joined/joined-decoder.ts';
import { isWithWide, joinedLabel, joinedTables } from './joined/label.ts';
import { findTable, otherTable } from './joined/other-table.ts';
import { WideStretches } from './joined/wide-stretches.ts';
import { refuseUnread } from './unread.ts';

export interface DecodeOptions {
  /** read as this encoding (any label) instead of guessing */
  encoding?: string;
  /** refuse a text with a single undecodable place instead of counting it */
  strict?: boolean;
  /** a text of the workspace: that it is one was seen when it came in */
  known?: boolean;
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
  /** the next best reading, where the chosen one is not sure */
  doubt?: Doubt;
  lineEndings: LineEndings;
  bytes: number;
}

/** Share of undecodable places above which a text is not worth reading. */
const UNDECODABLE_SHARE = 0.3;
/** Bytes from the first one beyond ASCII on that are enough to tell an encoding. */
const EVIDENCE_BYTES = 1 << 16;
/** At the beginning of a text, so many bytes are waited for: two of them may be one character. */
const HEAD_BYTES = SEVEN_BITS_HEAD;
const SAMPLE_CHARACTERS = 80;

/** A reading as it is offered, shown from just before its first character beyond ASCII. */
function alternative(reading: Reading): Alternative {
  const { encoding, text, replaced } = reading;
  const start = Math.max(0, [...text].findIndex((character) => character > '\u007f') - SAMPLE_CHARACTERS / 4);
  const sample = [...text].slice(start, start + SAMPLE_CHARACTERS).join('');
  return { encoding, sample, replaced, plausibility: reading.plausibility };
}

/** The readings worth offering beside the chosen encoding, most plausible first. */
export function alternativesTo(encoding: Encoding, readings: Reading[]): Alternative[] {
  const texts = new Set([readings.find((reading) => reading.encoding === encoding)?.text]);
  return readings
    .filter(({ text, replaced }) => replaced < text.length * UNDECODABLE_SHARE && !texts.has(text) && texts.add(text))
    .slice(0, 4)
    .map(alternative);
}

/** What reads one table, or two by turns. */
function decoderOf(encoding: Encoding): CountingDecoder | JoinedDecoder {
  const tables = joinedTables(encoding);
  return tables ? new JoinedDecoder(...tables, findTable) : new CountingDecoder(encoding);
}

/** Anything but ASCII, and what even seven bits may change their meaning by. */
const isBeyond = (byte: number) => byte > 127 || byte === 0 || byte === 27;
const isPlain = (bytes: Uint8Array) => isAscii(bytes) && !bytes.includes(0) && !bytes.includes(27);

/** The same memory. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);

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
  /** bytes at the beginning that are a mark of another encoding */
  skipped = 0;
  doubt: Doubt | undefined;
  readonly #options: DecodeOptions;
  readonly #normalizer = new TextNormalizer();
  readonly #judge: BinaryJudge | undefined;
  #decoder: CountingDecoder | JoinedDecoder | undefined;
  #waiting: Uint8Array[] = [];
  #held = 0;
  /** what writes UTF-16 amid the text as UTF-8, where nobody asked for another table */
  readonly #wide: WideStretches | undefined;
  /** where the first byte waits that is not plain ASCII */
  #beyond = -1;
  #started = false;
  #characters = 0;

  /** @throws AesopError encoding-unknown */
  constructor(options: DecodeOptions = {}) {
    this.#options = options;
    if (!options.known) this.#judge = new BinaryJudge(options.name);
    const asked = options.encoding ? resolveEncoding(options.encoding) : undefined;
    if (!asked || joinedTables(asked)) this.#wide = new WideStretches();
    if (asked) this.#decoder = decoderOf(isWithWide(asked) ? 'utf-8' : (this.encoding = asked));
  }

  get lineEndings(): LineEndings {
    return this.#normalizer.lineEndings;
  }

  /**
   * Reads on; pieces may be cut anywhere.
   * @throws AesopError text-binary, text-table-unread
   */
  push(bytes: Uint8Array): string {
    if (!bytes.length) return '';
    this.bytes += bytes.length;
    return this.#pushNarrow(this.#wide?.push(bytes) ?? bytes);
  }

  #pushNarrow(bytes: Uint8Array): string {
    if (!bytes.length) return '';
    if (this.#decoder) return this.#decode(bytes, false);
    if (this.#beyond < 0 && !isPlain(bytes)) this.#beyond = this.#held + bytes.findIndex(isBeyond);
    this.#waiting.push(bytes);
    this.#held += bytes.length;
    if (this.#beyond < 0) {
      if (this.#started) return this.#plain(this.#taken());
      if (this.#held < HEAD_BYTES) return '';
      return sevenBitsOf(Buffer.concat(this.#waiting)) ? this.#guess(false) : this.#plain(this.#taken());
    }
    return this.#held - this.#beyond < EVIDENCE_BYTES ? '' : this.#guess(false);
  }

  /**
   * The rest of what was pushed, whatever could not be read.
   * @param torn whether the text goes on behind it
   * @throws AesopError text-binary, text-table-unread
   */
  rest(torn = false): string {
    const held = this.#wide ? this.#pushNarrow(this.#wide.end()) : '';
    const rest = this.#decoder ? this.#decode(new Uint8Array(), !torn) : this.#waiting.length ? this.#guess(!torn) : '';
    this.#judge?.end();
    const first = this.#wide?.runs.at(0);
    if (first && this.encoding === 'utf-8') this.encoding = joinedLabel('utf-8', first.encoding);
    else if (first && isJoinable(this.encoding)) this.encoding = joinedLabel(this.encoding, 'utf-8');
    return held + rest + this.#normalizer.end();
  }

  /**
   * The rest of the text.
   * @throws AesopError text-empty, text-binary, text-table-unread, text-undecodable
   */
  end(): string {
    const { name = '', strict } = this.#options;
    const text = this.rest();
    const { replaced, bytes, encoding } = this;
    if (!bytes) throw new AesopError('text-empty', { name });
    if (replaced > (strict ? 0 : this.#characters * UNDECODABLE_SHARE))
      throw new AesopError('text-undecodable', { count: replaced, total: bytes, encoding });
    return text;
  }

  #taken(): Buffer {
    const [first, ...others] = this.#waiting;
    const bytes = others.length > 0 ? Buffer.concat(this.#waiting) : bufferOf(first);
    this.#waiting = [];
    this.#held = 0;
    this.#beyond = -1;
    return bytes;
  }

  /** ASCII reads alike in all encodings that are still possible. */
  #plain(bytes: Buffer): string {
    this.#started = true;
    this.#characters += bytes.length;
    const text = bytes.toString('latin1');
    this.#judge?.take(text, false);
    return this.#normalizer.push(text);
  }

  #guess(last: boolean): string {
    const bytes = this.#taken();
    if (!this.#started) refuseUnread(bytes, this.#options.name ?? '');
    const { encoding, confidence, readings, skip = 0 } = detectEncoding(bytes, !this.#started);
    if (encoding === 'utf-8' && isAscii(bytes)) return this.#plain(bytes);
    this.#take({ encoding, confidence, readings });
    this.skipped = skip;
    this.#decoder = this.#options.known ? decoderOf(encoding) : this.#joinedOf(encoding);
    return this.#decode(bytes.subarray(skip), last);
  }

  #take({ encoding, confidence, readings }: Detection) {
    this.encoding = encoding;
    this.confidence = confidence;
    this.alternatives = alternativesTo(encoding, readings);
    this.doubt = doubtOf(confidence, readings);
  }

  /** What reads a guessed table, behind which another may begin. */
  #joinedOf(encoding: Encoding): CountingDecoder | JoinedDecoder {
    if (isJoinable(encoding)) return new JoinedDecoder(encoding, 'utf-8', findTable);
    if (encoding !== 'utf-8') return decoderOf(encoding);
    return new JoinedDecoder(encoding, undefined, (bytes, known) => {
      const found = otherTable(bytes, known);
      if (found && !known) this.#take(found);
      return found?.encoding;
    });
  }

  #decode(bytes: Uint8Array, last: boolean): string {
    if (!this.#decoder) return '';
    const text = this.#decoder.decode(bytes, last);
    this.replaced = this.#decoder.replaced;
    if (this.#decoder instanceof JoinedDecoder) this.encoding = this.#decoder.encoding;
    this.#characters += text.length;
    this.#judge?.take(text, isWide(this.encoding));
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
  const { encoding, confidence, replaced, alternatives, doubt, lineEndings } = reader;
  if (!text) throw new AesopError('text-empty', { name: options.name ?? '' });
  return { text, encoding, confidence, replaced, alternatives, doubt, lineEndings, bytes: bytes.length };
}
