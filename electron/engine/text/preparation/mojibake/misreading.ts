import { byteTable } from '../../encodings/text-decoder.ts';
import type { Encoding } from '../../encodings/encodings.ts';
import { COMMON, OWN_CHARACTERS } from './other-tables.ts';
import type { Run } from './run.ts';
import { BEGIN_WIDE, WIDE, wideOthersOf, wideRunsOf } from './wide.ts';

/** Tables as which UTF-8 is taken where nobody says that it is UTF-8, the likeliest first. */
export const MISTAKEN: readonly Encoding[] = [
  ...['windows-1252', 'windows-1251', 'macintosh', 'cp437', 'cp850', 'windows-1250', 'ibm866', 'koi8-r'],
  ...['windows-1253', 'windows-1254'],
];
export const ALL_MISTAKEN: readonly Encoding[] = [...MISTAKEN, ...WIDE];

const NO_BYTE = -1;
/** Of this table three small letters may be a character, and four behind Ё: any Russian text is full of such. */
const SMALL_RESTS = /^[Ёа-яё]+$/;
/** What every text is full of, some tables have for a first byte. */
const mayLead = (unit: number, byte: number) => byte < 0xc0 || !COMMON.has(unit);

const byteMaps = new Map<Encoding, Int16Array>();

/** The byte that each character was before it was read by a table; controls are what some readers leave of bytes without one. */
function byteMapOf(encoding: Encoding): Int16Array {
  let map = byteMaps.get(encoding);
  if (map) return map;
  map = new Int16Array(1 << 16).fill(NO_BYTE);
  for (let byte = 0x80; byte < 0xa0; byte++) map[byte] = byte;
  byteTable(encoding).forEach((unit, byte) => {
    if (byte >= 0x80 && mayLead(unit, byte) && map !== undefined) map[unit] = byte;
  });
  byteMaps.set(encoding, map);
  return map;
}

/** How many bytes a character of UTF-8 takes that begins with one; 0 where none begins so. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const isRest = (byte: number) => byte >= 0x80 && byte < 0xc0;
const MIN_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

/** The character whose bytes were read as those at a place, and how many they were; undefined where none was. */
function characterAt(map: Int16Array, text: string, at: number): { code: number; length: number } | undefined {
  const lead = map[text.charCodeAt(at)];
  const length = lengthOf(lead);
  if (length === 0 || at + length > text.length) return undefined;
  let code = lead & (0x7f >> length);
  for (let next = 1; next < length; next++) {
    const byte = map[text.charCodeAt(at + next)];
    if (!isRest(byte)) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isHalf = code >= 0xd800 && code < 0xe000;
  return code < MIN_OF_LENGTH[length] || code > 0x10ffff || isHalf ? undefined : { code, length };
}

/** What may close a word with a capital at its end in any text: “À…”, “voilà »”. */
const CLOSERS = /[…’”“‘„–—»›\xa0]/;
const SMALL = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;
/** Characters one behind the other that chance does not make, of two bytes and of three. */
const RUN_OF_TWO = 3;
const RUN_OF_THREE = 2;
/** Marks of a beginning and of what was lost. */
const SIGNS = new Set([0xfeff, 0xfffd]);

/** Letters of mathematics, and emoji; scripts of old are before them, and Chinese behind. */
const isPictured = (code: number) => code >= 0x1d400 && code < 0x20000;

/** Whether a run is what no text holds but by a misreading. */
function isStrong(text: string, from: number, to: number, read: string): boolean {
  const codes = [...read];
  const lengths = codes.map((character) => Buffer.byteLength(character));
  // of one character of other planes four letters of Russian may be the bytes: Ё and three capitals
  if (codes.some((character) => isPictured(character.codePointAt(0) ?? 0))) return true;
  if (lengths.filter((length) => length === 3).length >= RUN_OF_THREE) return true;
  if (codes.length >= RUN_OF_TWO) return true;
  const first = codes[0].codePointAt(0) ?? 0;
  const before = text[from - 1] ?? '';
  const second = text[from + 1];
  if (SIGNS.has(first)) return true;
  // punctuation: â€™
  if (lengths[0] === 3) return first >= 0x2000 && first < 0x2800 && !CLOSERS.test(second);
  // one or two letters of Latin, or what stands beside them: Ã©
  if (first >= 0x180) return false;
  if (codes.length > 1 && !CAPITAL.test(before)) return !CLOSERS.test(second);
  if (first < 0xc0) return !CAPITAL.test(before) && !CLOSERS.test(second) && !SMALL.test(second);
  if (SMALL.test(before)) return !SMALL.test(text[from] ?? '');
  return !CAPITAL.test(before) && SMALL.test(text[to] ?? '') && !CLOSERS.test(second) && !SMALL.test(second);
}

/** The stretches of a line that were UTF-8 and read by a table. */
export function runsOf(text: string, encoding: Encoding): Run[] {
  if (WIDE.includes(encoding)) return wideRunsOf(text, encoding);
  const map = byteMapOf(encoding);
  const runs: Run[] = [];
  for (let at = 0; at < text.length; at++) {
    let read = '';
    let to = at;
    for (let found = characterAt(map, text, to); found; found = characterAt(map, text, to)) {
      read += String.fromCodePoint(found.code);
      to += found.length;
    }
    if (to === at) continue;
    if (encoding === 'ibm866' && SMALL_RESTS.test(text.slice(at, to))) {
      at = to - 1;
      continue;
    }
    runs.push({ from: at, to, text: read, strong: isStrong(text, at, to, read) });
    at = to - 1;
  }
  return runs;
}

/** Letters that a table has for the first byte of a character, and that no run of the line explains. */
export function othersOf(text: string, encoding: Encoding, runs: readonly Run[]): number {
  if (WIDE.includes(encoding)) return wideOthersOf(text, encoding, runs);
  const map = byteMapOf(encoding);
  let others = 0;
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    if (next < runs.length && at === runs[next].from) at = runs[next++].to - 1;
    else if (map[text.charCodeAt(at)] >= 0xc0) others++;
  }
  return others;
}

const unique = (units: readonly number[]) =>
  [...new Set(units)].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
const unitsOf = (from: number, to: number) => MISTAKEN.flatMap((table) => [...byteTable(table).subarray(from, to)]);
const NARROW = unitsOf(0xc2, 0xf5).filter((unit) => unit >= 0x80 && mayLead(unit, 0xff));
/** First bytes of characters, as some table has them, with one of which every misreading begins; and what only one makes. */
export const LEADS: readonly number[] = [...NARROW, ...BEGIN_WIDE, ...OWN_CHARACTERS];
/** A quick look: a line without it was not misread. */
export const MAY_BE_MISREAD = new RegExp(
  `[${unique(NARROW)}][${unique([...unitsOf(0x80, 0xc0), ...Array.from({ length: 32 }, (_, at) => 0x80 + at)])}]|[${unique(BEGIN_WIDE)}][^\\0-\\x7f]{1,4}[${unique(BEGIN_WIDE)}]`,
);
