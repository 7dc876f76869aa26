import { isAscii } from 'node:buffer';
import { analyse } from 'chardet';
import { ENCODINGS, encodingOfMark, type Encoding } from './encodings.ts';
import { commonCharacters, EVERY_FREQUENT_CHARACTER, FREQUENT_CHARACTERS } from './frequent-characters.ts';
import { createDecoder } from './text-decoder.ts';

/** How well a sample of bytes reads in one encoding. */
export interface Reading {
  encoding: Encoding;
  text: string;
  /** places where U+FFFD had to stand in */
  replaced: number;
  /** plausibility, from about -4 (noise) to 1.2 (certain) */
  score: number;
}

/** What is thought of some bytes: the best encoding, how sure that is (0 to 1), and every reading, best first. */
export interface Detection {
  encoding: Encoding;
  confidence: number;
  readings: Reading[];
}

const SAMPLE_BYTES = 1 << 16;
/** Weight of chardet's statistics beside our own: enough to part equals, too little to overrule strict decoding. */
const CHARDET_WEIGHT = 0.15;
/** Anything of even length reads as UTF-16 without an error, so unmarked it must read well. */
const LEAST_UTF16 = 0.4;
/** A common character that is not among the most frequent speaks for an encoding, but softly. */
const COMMON_WEIGHT = 0.4;

/** Characters that wrong tables produce and texts hardly hold: unassigned, private, half-width kana, boxes, rare Han. */
const ODD = /[\u0080-\u009f\uff61-\uff9f\u2500-\u257f\u3100-\u312f\u3400-\u4dbf\uf900-\ufaff]|\p{Cn}|\p{Co}/gu;
const HAN_BESIDE_LATIN = /[a-z]\p{Script=Han}|\p{Script=Han}[a-z]/gu;
/** Neighbours that no language writes: the sign of bytes read with the table of another script. */
const CLASHES: Record<string, RegExp> = {
  'windows-1251':
    /[a-zA-Z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][a-zA-Z]|[а-яёґєіїјљњћќўџѓђѕ][А-ЯЁҐЄІЇЈЉЊЋЌЎЏЃЂЅ]|[А-Я]{2}[а-яёґѓџ]|[¤¦¬±µ¶·]/gu,
  'windows-1252': /[À-ÖØ-öø-ÿ]{3,}|[a-z][À-ÖØ-Þ]|[¤¥¦¨¬¯±µ¶¸¼½¾×÷]/gu,
  gb18030: HAN_BESIDE_LATIN,
  big5: HAN_BESIDE_LATIN,
  shift_jis: HAN_BESIDE_LATIN,
};

const lengthOf = (matches: RegExpMatchArray | null) => matches?.reduce((sum, match) => sum + match.length, 0) ?? 0;

/**
 * Reads the sample in one encoding and judges the result by its characters outside ASCII (UTF-16: by all).
 * @param cut the sample's last character may be torn
 */
function read(sample: Uint8Array, encoding: Encoding, cut: boolean): Reading {
  const text = createDecoder(encoding).decode(sample, !cut);
  const common = commonCharacters(encoding);
  const wide = encoding.startsWith('utf-16');
  const frequent = FREQUENT_CHARACTERS[encoding] ?? EVERY_FREQUENT_CHARACTER;
  let judged = 0;
  let plausible = 0;
  let replaced = 0;
  for (const character of text) {
    const ascii = character < '\u0080';
    if (ascii && !wide) continue;
    judged++;
    if (character === '\ufffd') replaced++;
    else if (ascii)
      plausible += character >= ' ' || character === '\n' || character === '\r' || character === '\t' ? 1 : -4;
    else if (encoding === 'utf-8' || frequent.has(character)) plausible++;
    else if (common.has(character)) plausible += COMMON_WEIGHT;
  }
  const odd = (text.match(ODD)?.length ?? 0) + lengthOf(CLASHES[encoding] ? text.match(CLASHES[encoding]) : null);
  // what reads as UTF-8 hardly is anything else, so a few broken places speak little against it
  const [right, wrong] = encoding === 'utf-8' ? [1.2, 1] : [1, 3];
  const score = judged ? (plausible * right - odd - replaced * wrong) / judged : 0;
  return { encoding, text, replaced, score };
}

/** The score of a reading as a share, 0 to 1: what is no better than noise is 0, however few places cannot be read. */
export const plausibilityOf = ({ score }: Reading): number => Math.min(1, Math.max(0, score));

/** How plausible bytes are as text of an encoding, 0 to 1; ASCII alone reads the same in nearly all of them. */
export function plausibility(bytes: Uint8Array, encoding: Encoding): number {
  const sample = sampleOf(bytes);
  if (isAscii(sample) && !encoding.startsWith('utf-16')) return 1;
  return plausibilityOf(read(sample, encoding, sample.length < bytes.length));
}

/** Head of the bytes; where that is plain ASCII, also the stretch that starts at the first byte beyond it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, SAMPLE_BYTES);
  if (!isAscii(head) || head.includes(0)) return head;
  for (let at = SAMPLE_BYTES; at < bytes.length; at += SAMPLE_BYTES) {
    const block = bytes.subarray(at, at + SAMPLE_BYTES);
    if (isAscii(block)) continue;
    const first = at + block.findIndex((byte) => byte > 127);
    return bytes.subarray(first, first + SAMPLE_BYTES);
  }
  return head;
}

/**
 * Guesses the encoding of a text: byte order mark, then strict UTF-8, then every known encoding read and judged by
 * how much of the result is made of the characters its language uses most, with chardet's opinion as a tie-breaker.
 * @param bytes the whole text, or its first stretch
 */
export function detectEncoding(bytes: Uint8Array): Detection {
  const marked = encodingOfMark(bytes);
  const sample = sampleOf(bytes);
  const cut = sample.length < bytes.length;
  if (marked) return { encoding: marked, confidence: 1, readings: [read(sample, marked, cut)] };
  const asUtf8 = read(sample, 'utf-8', cut);
  const zeros = sample.includes(0);
  if (!asUtf8.replaced && !zeros) return { encoding: 'utf-8', confidence: 1, readings: [asUtf8] };

  const opinion = new Map(
    analyse(sample).map(({ name, confidence }) => [name.toLowerCase().replace('_', '-'), confidence]),
  );
  const readings = ENCODINGS.map((encoding) => (encoding === 'utf-8' ? asUtf8 : read(sample, encoding, cut)));
  for (const reading of readings) {
    reading.score += (CHARDET_WEIGHT * (opinion.get(reading.encoding.replace('_', '-')) ?? 0)) / 100;
    if (reading.encoding.startsWith('utf-16')) reading.score -= reading.score < LEAST_UTF16 ? 3 : 0;
    else if (zeros) reading.score -= 1;
  }
  readings.sort((a, b) => b.score - a.score);
  const [best, second] = readings;
  const confidence = Math.min(0.99, Math.max(0.05, 0.5 + (best.score - Math.max(second.score, 0))));
  return { encoding: best.encoding, confidence, readings };
}
