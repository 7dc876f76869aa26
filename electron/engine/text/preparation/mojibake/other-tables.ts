import { tableOf, type Encoding } from '../../encodings/encodings.ts';
import { byteTable, decodeBytes } from '../../encodings/text-decoder.ts';

/** A table that a text is read by where nobody says which, and those that it may have been written in. */
export interface Way {
  readonly read: Encoding;
  readonly real: readonly Encoding[];
  /** both have Latin letters: then few of them differ, and a language is known by the ASCII beside them, too */
  readonly isLatin?: boolean;
}

export const WAYS: readonly Way[] = [
  {
    read: 'windows-1252',
    real: [
      ...['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'cp1125', 'x-mac-cyrillic', 'iso-8859-5'],
      ...['windows-1253', 'iso-8859-7', 'x-mac-greek', 'windows-1255', 'windows-1256', 'windows-874'],
      ...['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
    ],
  },
  {
    read: 'windows-1252',
    real: ['windows-1250', 'iso-8859-2', 'iso-8859-16', 'windows-1254', 'windows-1257'],
    isLatin: true,
  },
  { read: 'windows-1251', real: ['koi8-r', 'koi8-u', 'ibm866', 'cp1125'] },
  { read: 'koi8-r', real: ['windows-1251', 'ibm866', 'cp1125', 'x-mac-cyrillic'] },
  { read: 'ibm866', real: ['windows-1251', 'koi8-r', 'koi8-u', 'x-mac-cyrillic'] },
  { read: 'windows-1250', real: ['windows-1251', 'x-mac-cyrillic'] },
  { read: 'gb18030', real: ['big5'] },
];

/** The only reader of two bytes to a character. */
export const WIDE_READER = 'gb18030';
/** What it makes of pairs that have no character in it: nobody else writes such. */
const HAS_OWN = /[\ue000-\ue765]/;
export const OWN_CHARACTERS: readonly number[] = Array.from({ length: 0x766 }, (_, at) => 0xe000 + at);

const NO_BYTES = -1;
const PAIR = 0x100;
const byteMaps = new Map<Encoding, Int32Array>();

/** The byte of each unit, or a pair of them as one number, before a table read them; what it has no character for is a control. */
function byteMapOf(reader: Encoding): Int32Array {
  let map = byteMaps.get(reader);
  if (map) return map;
  map = new Int32Array(1 << 16).fill(NO_BYTES);
  if (reader === WIDE_READER) {
    const pairs: number[] = [];
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) pairs.push(lead, trail);
    const text = new TextDecoder(reader).decode(Uint8Array.from(pairs));
    for (let at = 0; at < text.length; at++) map[text.charCodeAt(at)] = PAIR * pairs[2 * at] + pairs[2 * at + 1];
    for (let byte = 0; byte < 0x80; byte++) map[byte] = byte;
  } else {
    for (let byte = 0x80; byte < 0xa0; byte++) map[byte] = byte;
    for (const [byte, unit] of byteTable(reader).entries()) map[unit] = byte;
  }
  map[0xfffd] = NO_BYTES;
  byteMaps.set(reader, map);
  return map;
}

/** The bytes that were read as a text; undefined where the reader has not all of its characters. */
export function bytesOf(text: string, reader: Encoding): Uint8Array | undefined {
  const map = byteMapOf(reader);
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const value = map[text.charCodeAt(at)];
    if (value === NO_BYTES) return undefined;
    if (value >= PAIR) bytes[length++] = value >> 8;
    bytes[length++] = value & 0xff;
  }
  return bytes.subarray(0, length);
}

/** What no text holds: places that a table cannot read, controls, characters of nobody. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]/;

/** What stands between blanks, but not the one that no line breaks at: some tables have a letter there. */
const STRETCHES = /[^ \t]+/g;
/** Where each byte is a character, what stands beside a lost one is read for itself. */
const STRETCHES_OF_BYTES = /[^ \t\ufffd]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Units of signs beyond ASCII that any text may have. */
export const COMMON: ReadonlySet<number> = new Set([...'\xa0«»–—‘’“”„…•'].map((sign) => sign.charCodeAt(0)));

/** Units that are none of ASCII, without signs that any text may have. */
export function unitsBeyond(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 && !COMMON.has(unit)) count++;
  }
  return count;
}

/** A stretch of a line between blanks that is not of ASCII alone, and the bytes that it was read from. */
export interface Stretch {
  readonly at: number;
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
}

export const stretchesOf = (line: string, reader: Encoding, isOfBytes = false): Stretch[] =>
  Array.from(line.matchAll(isOfBytes ? STRETCHES_OF_BYTES : STRETCHES), ({ 0: text, index: at }) => ({ at, text }))
    .filter(({ text }) => BEYOND_ASCII.test(text))
    .map(({ at, text }) => ({ at, text, bytes: bytesOf(text, reader) }));

/** Whether a reader may have made all of a line. */
export function mayHaveRead(line: string, reader: Encoding): boolean {
  if (reader === WIDE_READER && !HAS_OWN.test(line)) return false;
  const map = byteMapOf(reader);
  for (let at = 0; at < line.length; at++) if (map[line.charCodeAt(at)] === NO_BYTES) return false;
  return BEYOND_ASCII.test(line);
}

/** What a stretch says in a table; undefined where that is no text. */
export function writtenIn({ bytes }: Stretch, real: Encoding): string | undefined {
  if (!bytes) return undefined;
  const text = tableOf(real).decoder === 'bytes' ? inBytes(bytes, byteTable(real)) : decodeBytes(bytes, real, false);
  return NO_TEXT.test(text) ? undefined : text;
}

function inBytes(bytes: Uint8Array, table: Uint16Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(table[byte]);
  return text;
}

/** A line with what some of its stretches said. */
export function withStretches(line: string, stretches: readonly (Stretch & { to: string | undefined })[]): string {
  let out = '';
  let from = 0;
  for (const { at, text, to } of stretches) {
    out += line.slice(from, at) + (to ?? text);
    from = at + text.length;
  }
  return out + line.slice(from);
}

/** The languages that a table is used for. */
export const languagesOf = (real: Encoding): ReadonlySet<string> => new Set(tableOf(real).languages?.split(' '));
