import type { Encoding } from './encodings.ts';

/** So many bytes of lines that are not ASCII say enough. */
const SAMPLE_BYTES = 1 << 13;
const LINE_END = 10;
/** A line is looked at so far before and behind what is not ASCII in it. */
const REACH = 1 << 12;

/** Lines that hold more than ASCII, put together, and what room is left of those before them; `cut`: the last may be torn. */
export function sampleOf(bytes: Uint8Array): { sample: Uint8Array; cut: boolean } {
  if (bytes.length <= SAMPLE_BYTES) return { sample: bytes, cut: false };
  const parts: Uint8Array[] = [];
  let length = 0;
  let start = 0;
  for (let at = 0; at < bytes.length && length < SAMPLE_BYTES;) {
    const first = bytes.subarray(at).findIndex((byte) => byte > 127 || byte === 27);
    if (first < 0) break;
    const begin = Math.max(at, at + first - REACH, bytes.lastIndexOf(LINE_END, at + first) + 1);
    if (!parts.length) start = begin;
    const lineEnd = bytes.indexOf(LINE_END, at + first);
    const end = Math.min(bytes.length, begin + SAMPLE_BYTES - length, lineEnd < 0 ? bytes.length : lineEnd + 1);
    parts.push(bytes.subarray(begin, end));
    length += end - begin;
    at = end;
  }
  // plain as it is, it tells the language that a mark or two are to be judged by
  const before = bytes.subarray(Math.max(0, start - SAMPLE_BYTES + length), start);
  return parts.length
    ? { sample: Buffer.concat([before, ...parts]), cut: true }
    : { sample: bytes.subarray(0, SAMPLE_BYTES), cut: true };
}

// eslint-disable-next-line no-control-regex -- the whole of ASCII
const BEYOND_ASCII = /[^\0-\x7f]/gu;

/** How many characters of a text are none of ASCII. */
export const charactersBeyondAscii = (text: string): number => text.match(BEYOND_ASCII)?.length ?? 0;

/** Share of units that must be characters. */
const VALID = 0.98;
/** Of so many units and more, such a share of which is larger than the one before, those are places in another file. */
const MANY = 32;
const ASCENDING = 0.9;

/** UTF-32 without a mark: every fourth byte is nought, and the three others make a character. */
export function utf32Of(bytes: Uint8Array): Encoding | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = bytes.length >> 2;
  if (units < 2) return undefined;
  return (['utf-32le', 'utf-32be'] as const).find((encoding) => {
    let valid = 0;
    let ascending = 0;
    let last = 0;
    for (let at = 0; at < units; at++) {
      const code = view.getUint32(4 * at, encoding === 'utf-32le');
      if (code > last) ascending++;
      last = code;
      if (code > 8 && code < 0x30000 && code >> 11 !== 0x1b) valid++;
    }
    return valid >= VALID * units && (units < MANY || ascending < ASCENDING * units);
  });
}

/** How many units at least are of one block below U+2000, and how many of that, ASCII or punctuation. */
const OF_BLOCK = 0.4;
const OF_TEXT = 0.98;
const LEAST_UNITS = 8;
const FIRST_BLOCK = 2;
const PUNCTUATION = 0x20;

/** UTF-16 without a mark in an alphabet of its own (Devanagari, Thai): one of two bytes is nearly always a control or nought. */
export function utf16Of(bytes: Uint8Array): Encoding | undefined {
  const units = bytes.length >> 1;
  if (units < LEAST_UNITS || !bytes.includes(0)) return undefined;
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const high = encoding === 'utf-16le' ? 1 : 0;
    const blocks = new Uint32Array(256);
    for (let at = 0; at < units; at++) blocks[bytes[2 * at + high]]++;
    const most = Math.max(...blocks.subarray(FIRST_BLOCK, PUNCTUATION));
    return most >= OF_BLOCK * units && most + blocks[0] + blocks[PUNCTUATION] >= OF_TEXT * units;
  });
}
