import { AesopError } from '../../../contract/errors.ts';

/** Encodings that are guessed and offered, by their WHATWG name (https://encoding.spec.whatwg.org). */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1251',
] as const;

/** Lower-case WHATWG name; besides the guessed ones, whatever TextDecoder knows may be asked for by name. */
export type Encoding = (typeof ENCODINGS)[number] | (string & {});

/** Bytes that stand before a text and name its encoding. */
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Encoding named by a byte order mark, if there is one. */
export function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Plain spellings people use that are not WHATWG labels. */
const SPELLINGS = new Map<string, Encoding>([
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['cp950', 'big5'],
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['ansi', 'windows-1252'],
]);

/**
 * The canonical name of an encoding, from any of its labels ("latin1", "GBK", "sjis").
 * @throws AesopError encoding-unknown
 */
export function resolveEncoding(label: string): Encoding {
  const plain = label.trim().toLowerCase();
  const known = SPELLINGS.get(plain.replace(/[-_ ]/g, ''));
  if (known) return known;
  try {
    return new TextDecoder(plain).encoding;
  } catch {
    throw new AesopError('encoding-unknown', { encoding: label, known: ENCODINGS.join(', ') });
  }
}
