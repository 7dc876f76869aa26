import type { SharedKey } from '../../../../contract/message.ts';

type Names<Key extends string> = Key extends `documents.${infer Name}` ? Name : never;
type DocumentText = Names<SharedKey>;

/** A file that is not read: what people call it, and the way out. */
export interface Unread {
  readonly kind: DocumentText;
  readonly advice: DocumentText;
}

/** Where bytes stand, written as in latin-1, and what a file that has them there is. */
type Signature = readonly [at: number, bytes: string, kind: DocumentText, advice: DocumentText];

const PICTURES = [
  '\x89PNG\r\n',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  'II*\0',
  'MM\0*',
  '8BPS\0',
  '\0\0\x01\0',
  'gimp xcf',
];
const SOUNDS = ['ID3', 'fLaC', 'OggS', 'MThd', '\xff\xfb', '\xff\xf3', '\xff\xf1', '#!AMR', 'FORM\0', '.snd\0', 'MAC '];
const ARCHIVES = ['\x1f\x8b\x08', 'BZh', '\xfd7zXZ\0', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07', '\x28\xb5\x2f\xfd', 'MSCF\0', 'LZIP\x01', '\x04\x22\x4d\x18', 'xar!\0', '!<arch>\n', '\x1f\x9d', '\x1f\xa0']; // prettier-ignore
const PROGRAMS = ['\x7fELF', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xca\xfe\xba\xbe', '\0asm']; // prettier-ignore
const FONTS = ['OTTO\0', '\0\x01\0\0\0', 'wOFF', 'wOF2', 'ttcf\0'];

const at0 = (all: string[], kind: DocumentText, advice: DocumentText) =>
  all.map((bytes): Signature => [0, bytes, kind, advice]);

const SIGNATURES: readonly Signature[] = [
  ...at0(PICTURES, 'picture', 'as-recognised'),
  ...at0(SOUNDS, 'audio', 'as-transcript'),
  ...at0(ARCHIVES, 'archive', 'unpack'),
  [257, 'ustar', 'archive', 'unpack'],
  ...at0(PROGRAMS, 'program', 'another'),
  ...at0(FONTS, 'font', 'another'),
  [60, 'BOOKMOBI', 'kindle', 'as-epub'],
  [60, 'TEXtREAd', 'kindle', 'as-epub'],
  ...at0(['TPZ', '\xeaDRMION', 'CONT\x02\0', 'ITOLITLS'], 'kindle', 'as-epub'),
  [0, 'AT&TFORM', 'djvu', 'as-recognised'],
  [0, '\xffWPC', 'wordperfect', 'as-docx'],
  [0, '\xdb\xa5-\0', 'word-old', 'as-docx'],
  ...at0(['%!PS', '\xc5\xd0\xd3\xc6'], 'postscript', 'as-text'),
  [0, 'ITSF', 'help', 'as-text'],
  ...at0(
    ['\x1aE\xdf\xa3', 'FLV\x01', '\0\0\x01\xba', '\0\0\x01\xb3', '0&\xb2u\x8ef\xcf\x11'],
    'video',
    'as-transcript',
  ),
  [4, 'ftypM4A', 'audio', 'as-transcript'],
  ...['heic', 'heix', 'mif1', 'avif', 'msf1'].map((brand): Signature => [
    4,
    `ftyp${brand}`,
    'picture',
    'as-recognised',
  ]),
  [4, 'ftyp', 'video', 'as-transcript'],
  [8, 'WEBP', 'picture', 'as-recognised'],
  [8, 'WAVE', 'audio', 'as-transcript'],
  [8, 'AVI ', 'video', 'as-transcript'],
  [0, 'SQLite format 3\0', 'database', 'export-table'],
  [4, 'Standard Jet DB', 'database', 'export-table'],
  [4, 'Standard ACE DB', 'database', 'export-table'],
  ...at0(['PAR1', 'ARROW1', 'Obj\x01', 'ORC'], 'parquet', 'export-table'),
  ...at0(['GGUF', '\x93NUMPY', 'ggml', 'ggjt'], 'numbers', 'another'),
  [0, '\x89HDF\r\n', 'numbers', 'import-weights'],
  ...at0(['bplist00'], 'xml', 'as-text'),
];

/** Protocols 2 to 5, then an operation: the frame of the newer ones, a memo, an empty list, set or dictionary. */
const isPickle = (head: string) =>
  head[0] === '\x80' && '\x02\x03\x04\x05'.includes(head[1]) && '\x95}](c\x8aNXK'.includes(head[2]);
const isWindowsProgram = (head: string) => head.startsWith('MZ') && head.slice(2, 64).includes('\0\0');
const isBitmap = (head: string) => head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0';
/** Eight bytes say how long the header is, which is JSON. */
const isSafetensors = (head: string) => head.startsWith('\0\0\0{"', 5);

/** SYLK and DIF (Microsoft, 1986; Software Arts, 1980): cells as lines of text, in which Excel and LibreOffice can save a sheet. */
const isSheet = (head: string) =>
  /^ID;P[A-Z]{1,8}[^\n]{0,100}\r?\n[A-Z]{1,2};/.test(head) || /^TABLE\r?\n0,1\r?\n"/.test(head);

/**
 * What a file is by the bytes at its beginning, where that is neither text nor a document that is read.
 * @param head its first bytes in latin-1
 */
export function unreadBySignature(head: string): Unread | undefined {
  const known = SIGNATURES.find(([at, bytes]) => head.startsWith(bytes, at));
  if (known) return { kind: known[2], advice: known[3] };
  if (isWindowsProgram(head)) return { kind: 'program', advice: 'another' };
  if (isBitmap(head)) return { kind: 'picture', advice: 'as-recognised' };
  if (isSheet(head)) return { kind: 'sheet-text', advice: 'export-table' };
  if (isSafetensors(head)) return { kind: 'numbers', advice: 'import-weights' };
  return isPickle(head) ? { kind: 'pickle', advice: 'export-table' } : undefined;
}
