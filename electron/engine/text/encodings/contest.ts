import { isAscii } from 'node:buffer';
import { asWritten } from '../languages/alphabet.ts';
import { likelihoods, pairsOf, partedPairs, plainText, type Pair, type PlainText } from '../languages/likelihood.ts';
import { isWide, tableOf, type Encoding } from './encodings.ts';
import { sampleOf } from './signs.ts';
import { byteTable, decodeBytes } from './text-decoder.ts';
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

/** So much of a text decides whether two bytes or one are a character. */
export const HEAD_BYTES = 1 << 12;
/** Difference of logarithms that makes one reading 2.7 times as believable as another: letters do not come by chance. */
const TEMPER = 3;
/** How rarely other bytes happen to be a character of one, two, three or four bytes in UTF-8, as a natural logarithm. */
const VALID_UTF8 = [0, 2.5, 3.5, 5.7];
/** Mean logarithms of a byte between which plausibility rises from 0 to 1. */
const NOISE = -5.5;
const LANGUAGE = -3.7;

/** The language whose letters are whole in some tables, and in others a vowel and its tone. */
const VIETNAMESE = 'vi';

export const isUtf16 = (encoding: Encoding) => encoding.startsWith('utf-16');

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
export const isText = (text: string, replaced: number) =>
  replaced + text.split('\0').length - 1 < MOST_NOTHING * text.length;
export const replacedIn = (text: string) => text.split('\ufffd').length - 1;

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
    const text = decodeBytes(this.#sample, encoding, this.#cut);
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

export function decided(encoding: Encoding, sample: Uint8Array, cut: boolean): Detection {
  const text = decodeBytes(sample, encoding, cut);
  return { encoding, confidence: 1, readings: [{ encoding, text, replaced: 0, log: 0, plausibility: 1 }] };
}

/** The readings of a sample, best first, with how believable the first is beside those that say something else. */
export function contest(sample: Uint8Array, cut: boolean, tables: readonly Table[]): Detection {
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
