import { isAscii } from 'node:buffer';
import { asWritten } from '../languages/alphabet.ts';
import { likelihoods, pairsOf, partedPairs, plainText, type Pair, type PlainText } from '../languages/likelihood.ts';
import { encodingOfMark, GUESSED, isWide, tableOf, type Encoding } from './encodings.ts';
import { EBCDIC, isEbcdic } from './ebcdic.ts';
import { sevenBitsOf } from './seven-bits.ts';
import { charactersBeyondAscii, sampleOf, utf32Of } from './signs.ts';
import { byteTable, createDecoder } from './text-decoder.ts';
import type { Table } from './tables.ts';

/** How well a sample of bytes reads in one encoding. */
export interface Reading {
  encoding: Encoding;
  text: string;
  /** places where U+FFFD had to stand in */
  replaced: number;
  /** natural logarithm of how likely these bytes are in that encoding and the language that suits it best */
  log: number;
  /** 0 to 1: from noise to what a language really looks like */
  plausibility: number;
}

/** What is thought of some bytes: the best encoding, how sure that is (0 to 1), and every reading, best first. */
export interface Detection {
  encoding: Encoding;
  confidence: number;
  readings: Reading[];
  /** bytes at the beginning that are a mark of another encoding */
  skip?: number;
}

/** Bytes of its mark. */
const UTF8_MARK = 3;
/** So much of a text decides whether two bytes or one are a character. */
const HEAD_BYTES = 1 << 12;
/** Difference of logarithms that makes one reading 2.7 times as believable as another: letters do not come by chance. */
const TEMPER = 3;
/** How rarely other bytes happen to be a character of one, two, three or four bytes in UTF-8, as a natural logarithm. */
const VALID_UTF8 = [0, 2.5, 3.5, 5.7];
/** So many of them, or no more than so large a share of the text, and there is no doubt. */
const SURE_UTF8 = 6;
const SURE_SHARE = 0.2;
/** Mean logarithms of a byte between which plausibility rises from 0 to 1. */
const NOISE = -5.5;
const LANGUAGE = -3.7;

/** The language whose letters are whole in some tables, and in others a vowel and its tone. */
const VIETNAMESE = 'vi';

const isUtf16 = (encoding: Encoding) => encoding.startsWith('utf-16');

/** The bytes of a sample as pairs of neighbours. */
function bytePairs(bytes: Uint8Array): Pair[] {
  const counts = new Uint32Array(1 << 16);
  let before = 32;
  for (const byte of bytes) {
    counts[before * 256 + byte]++;
    before = byte;
  }
  const pairs: Pair[] = [];
  counts.forEach((count, at) => count && pairs.push({ before: at >> 8, code: at & 255, count }));
  return pairs;
}

/** Two or three places say little: so many more are taken to be such as a language has. */
const BENEFIT = 16;
const plausible = (log: number, places: number) => {
  const mean = (log + BENEFIT * LANGUAGE) / (places + BENEFIT);
  return Math.min(1, Math.max(0, (mean - NOISE) / (LANGUAGE - NOISE)));
};
const placesOf = (pairs: readonly Pair[]) => pairs.reduce((sum, { count }) => sum + count, 0);
const languagesOf = ({ languages }: Table) => (languages ? new Set(languages.split(' ')) : undefined);
/** Share of a wide reading that may be nothing: programs and pictures are full of it. */
const MOST_NOTHING = 0.05;
const isText = (text: string, replaced: number) => replaced + text.split('\0').length - 1 < MOST_NOTHING * text.length;
const replacedIn = (text: string) => text.split('\ufffd').length - 1;

/** Judges a sample in several encodings at once. */
class Judge {
  readonly #sample: Uint8Array;
  readonly #cut: boolean;
  readonly #bytes: { plain: Pair[]; other: Pair[] };
  readonly #plain: PlainText;

  constructor(sample: Uint8Array, cut: boolean) {
    this.#sample = sample;
    this.#cut = cut;
    this.#bytes = partedPairs(bytePairs(sample));
    this.#plain = plainText(this.#bytes.plain);
  }

  read(table: Table): Reading {
    const encoding = table.name;
    const text = createDecoder(encoding, true).decode(this.#sample, !this.#cut);
    const ofBytes = table.decoder === 'bytes' && table.characters === undefined && table.languages !== VIETNAMESE;
    const { plain, other } = ofBytes
      ? { plain: [], other: this.#mapped(encoding) }
      : partedPairs(pairsOf(table.languages === VIETNAMESE ? asWritten(text, VIETNAMESE) : text));
    const ascii = ofBytes ? this.#plain : plainText(plain);
    const [{ log }] = likelihoods(other, ascii, languagesOf(table));
    const beyond = log - Math.max(...ascii.logs.values());
    const replaced = replacedIn(text);
    return {
      encoding,
      text,
      replaced,
      log: log - (table.rarity ?? 0) + (encoding === 'utf-8' ? this.#validUtf8(text) : 0),
      plausibility: plausible(beyond, isUtf16(encoding) ? 2 * placesOf(other) : placesOf(this.#bytes.other)),
    };
  }

  #mapped(encoding: Encoding): Pair[] {
    const table = byteTable(encoding);
    return this.#bytes.other.map(({ before, code, count }) => ({ before: table[before], code: table[code], count }));
  }

  #validUtf8(text: string): number {
    let valid = 0;
    for (const character of text) if (character !== '\ufffd') valid += VALID_UTF8[Buffer.byteLength(character) - 1];
    return valid;
  }
}

/** How plausible bytes are as text of an encoding, 0 to 1; ASCII alone reads the same in nearly all of them. */
export function plausibility(bytes: Uint8Array, encoding: Encoding): number {
  const { sample, cut } = sampleOf(bytes);
  const wide = isWide(encoding);
  if (isAscii(sample) && !wide) return 1;
  return new Judge(wide ? bytes.subarray(0, HEAD_BYTES) : sample, cut).read(tableOf(encoding)).plausibility;
}

function decided(encoding: Encoding, sample: Uint8Array, cut: boolean): Detection {
  const text = createDecoder(encoding, true).decode(sample, !cut);
  return { encoding, confidence: 1, readings: [{ encoding, text, replaced: 0, log: 0, plausibility: 1 }] };
}

/** The readings of a sample, best first, with how believable the first is beside those that say something else. */
function contest(sample: Uint8Array, cut: boolean, tables: readonly Table[]): Detection {
  const judge = new Judge(sample, cut);
  const readings = tables.map((table) => judge.read(table)).sort((a, b) => b.log - a.log);
  const [best] = readings;
  const others = readings
    .filter(({ text }) => text !== best.text)
    .map(({ log }) => Math.exp((log - best.log) / TEMPER));
  const share = 1 / (1 + others.reduce((sum, each) => sum + each, 0));
  const confidence = Math.max(0.05, Math.min(0.99, share * (0.5 + 0.5 * Math.min(1, 2 * best.plausibility))));
  return { encoding: best.encoding, confidence, readings };
}

/**
 * Guesses the encoding of a text: byte order mark; UTF-32, EBCDIC and tables of seven bits by their signs; strict UTF-8; then every known
 * encoding is read, and the one is taken in which letters follow letters as they do in a language that it is used for.
 * @param bytes the whole text, or its first stretch
 * @param start whether the text begins here: else two bytes to a character cannot begin any more
 */
export function detectEncoding(bytes: Uint8Array, start = true): Detection {
  const marked = start ? encodingOfMark(bytes) : undefined;
  if (marked === 'utf-8' && isBelied(bytes)) {
    let skip = UTF8_MARK;
    while (encodingOfMark(bytes.subarray(skip)) === 'utf-8') skip += UTF8_MARK;
    return { ...detectEncoding(bytes.subarray(skip)), skip };
  }
  const { sample, cut } = sampleOf(bytes);
  if (marked) return decided(marked, bytes.subarray(0, HEAD_BYTES), bytes.length > HEAD_BYTES);
  const head = bytes.subarray(0, HEAD_BYTES);
  const wide = start ? utf32Of(head) : undefined;
  if (wide) return decided(wide, head, head.length < bytes.length);
  const seven = sevenBitsOf(start ? bytes : sample);
  if (seven) return decided(seven, sample, cut);
  const controls = head.some((byte) => byte < 9);
  if (!controls && isSurelyUtf8(sample, cut)) return decided('utf-8', sample, cut);
  if (start && isEbcdic(sample)) return contest(sample, cut, EBCDIC);
  if (start && (controls || !isAscii(head)) && head.length > 3) {
    const heads = contest(head, head.length < bytes.length, GUESSED);
    heads.readings = heads.readings.filter(
      ({ encoding, text, replaced }) => !isUtf16(encoding) || isText(text, replaced),
    );
    heads.encoding = heads.readings[0].encoding;
    if (isUtf16(heads.encoding) || sample.length === head.length) return preferUtf8(heads, controls);
  }
  if (isAscii(sample)) return decided('utf-8', sample, cut);
  return preferUtf8(
    contest(
      sample,
      cut,
      GUESSED.filter(({ name }) => !isUtf16(name)),
    ),
    controls,
  );
}

/** Whether the mark of UTF-8 stands before what is none: some programs write it before any table. */
function isBelied(bytes: Uint8Array): boolean {
  const { sample, cut } = sampleOf(bytes.subarray(UTF8_MARK));
  const text = createDecoder('utf-8').decode(sample, !cut);
  return 2 * replacedIn(text) > charactersBeyondAscii(text);
}

/** Whether there is nothing to weigh: most texts are such. */
function isSurelyUtf8(sample: Uint8Array, cut: boolean): boolean {
  const text = createDecoder('utf-8').decode(sample, !cut);
  return !text.includes('\ufffd') && charactersBeyondAscii(text) >= SURE_UTF8;
}

/** What reads as UTF-8 without a fault, and in more than a few places, is UTF-8. */
function preferUtf8(detection: Detection, controls: boolean): Detection {
  const found = detection.readings.find(({ encoding }) => encoding === 'utf-8');
  if (!found || found.replaced || isUtf16(detection.encoding)) return detection;
  const beyond = [...found.text].filter((character) => character > '\u007f').length;
  const sure = beyond >= SURE_UTF8 || (beyond <= SURE_SHARE * found.text.length && !controls);
  if (!sure && detection.encoding !== 'utf-8') return detection;
  const confidence = sure || detection.encoding === 'utf-8' ? 1 : detection.confidence;
  return { encoding: 'utf-8', confidence, readings: [found, ...detection.readings.filter((each) => each !== found)] };
}
