import { AesopError } from '../../../contract/errors.ts';
import { EBCDIC } from './ebcdic.ts';
import { isWithWide, joinedLabel, joinedTables } from './joined/label.ts';
import { DOS, MACINTOSH } from './older-tables.ts';
import { EAST_ASIAN, ISO, SOVIET, UNICODE, WINDOWS, type Table } from './tables.ts';

/** The tables as they are told of: a list of all would be too long for one value of an error. */
const FAMILIES = {
  unicode: UNICODE,
  eastAsian: EAST_ASIAN,
  windows: WINDOWS,
  iso: ISO,
  soviet: SOVIET,
  dos: DOS,
  others: [...MACINTOSH, ...EBCDIC],
};
/** Every table that bytes can be read with, the more usual ones first. */
const TABLES: readonly Table[] = Object.values(FAMILIES).flat();

/** Lower-case name of an encoding: that of WHATWG (https://encoding.spec.whatwg.org), where it has the table. */
export type Encoding = string;

/** Names of all encodings that a text can be read in. */
export const ENCODINGS: readonly Encoding[] = TABLES.map(({ name }) => name);

const byName = new Map(TABLES.map((table) => [table.name, table]));

/** The tables that are found out by their letters; the others by signs of their own, or they have to be asked for. */
export const GUESSED: readonly Table[] = TABLES.filter(
  (table) => table.languages !== undefined && !EBCDIC.includes(table),
);

/** The tables that may stand beside UTF-8: in them a line end is one, whatever stands before it. */
export const JOINABLE: readonly Table[] = GUESSED.filter(({ name }) => !name.startsWith('utf-'));

/** Whether a table may stand beside UTF-8. */
export const isJoinable = (encoding: Encoding): boolean => JOINABLE.some(({ name }) => name === encoding);

/** What is known of an encoding. */
export function tableOf(encoding: Encoding): Table {
  const table = byName.get(encoding);
  if (!table) throw new Error(`There is no table ${encoding}`);
  return table;
}

/** Whether two or four bytes are taken for each character, so that next to any bytes make some. */
export const isWide = (encoding: Encoding): boolean => /^utf-(16|32)/.test(encoding);

/** Bytes that stand before a text and name its encoding; UTF-32's little-endian one begins as UTF-16's does. */
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Encoding named by a byte order mark, if there is one. */
export function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

const spelt = (label: string) => label.toLowerCase().replace(/[^a-z0-9]/g, '');
const bySpelling = new Map(
  TABLES.flatMap(({ name, labels = '' }) => [name, ...labels.split(' ')].map((label) => [spelt(label), name] as const)),
);

/** The name of one table, from any of its labels. */
function tableCalled(label: string): Encoding | undefined {
  const known = bySpelling.get(spelt(label));
  if (known && spelt(label)) return known;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return byName.has(encoding) ? encoding : undefined;
  } catch {
    return undefined;
  }
}

/** The name of a text in two tables, of which one is UTF-8; undefined for two that no text is read in. */
function pairOf(first: Encoding | undefined, second: Encoding | undefined): Encoding | undefined {
  if (!first || !second) return undefined;
  const pair = joinedLabel(first, second);
  const others = [first, second].filter((table) => table !== 'utf-8');
  return isWithWide(pair) || (others.length === 1 && isJoinable(others[0])) ? pair : undefined;
}

/**
 * The canonical name of an encoding, from any of its labels ("latin1", "GBK", "sjis"); of two with a plus between them.
 * @throws AesopError encoding-unknown
 */
export function resolveEncoding(label: string): Encoding {
  const tables = joinedTables(label);
  const found = tables ? pairOf(tableCalled(tables[0]), tableCalled(tables[1])) : tableCalled(label);
  if (found) return found;
  const namesOf = (family: keyof typeof FAMILIES) => FAMILIES[family].map(({ name }) => name).join(', ');
  throw new AesopError('encoding-unknown', {
    encoding: label,
    unicode: namesOf('unicode'),
    eastAsian: namesOf('eastAsian'),
    windows: namesOf('windows'),
    iso: namesOf('iso'),
    soviet: namesOf('soviet'),
    dos: namesOf('dos'),
    others: namesOf('others'),
  });
}
