import { openBytes } from '../../encodings/file-bytes.ts';
import type { DocumentSource } from '../document.ts';
import type { Unread } from './signatures.ts';

export const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Streams in such a file by the program that wrote it. */
const STREAMS: [name: string, unread: Unread][] = [
  ['EncryptedPackage', { kind: 'office-locked', advice: 'as-unlocked' }],
  ['WordDocument', { kind: 'word-old', advice: 'as-docx' }],
  ['MatOST', { kind: 'works', advice: 'as-docx' }],
  ['HwpSummaryInformation', { kind: 'hangul', advice: 'as-docx' }],
  ['PowerPoint Document', { kind: 'powerpoint-old', advice: 'as-text' }],
  ['Workbook', { kind: 'excel-old', advice: 'as-csv' }],
  ['Book', { kind: 'excel-old', advice: 'as-csv' }],
];
const ENDINGS: Record<string, Unread> = {
  doc: { kind: 'word-old', advice: 'as-docx' },
  ppt: { kind: 'powerpoint-old', advice: 'as-text' },
  xls: { kind: 'excel-old', advice: 'as-csv' },
  wps: { kind: 'works', advice: 'as-docx' },
};
/** Its folder may lie anywhere: in most files within so many bytes. */
const LOOKED_AT = 8 * 2 ** 20;

/** What an Office file of the old form is, by the streams in it; by its name where they are not found. */
export async function officeOf({ name, path, head }: DocumentSource): Promise<Unread> {
  const pieces: Uint8Array[] = [];
  if (path !== undefined) for await (const piece of (await openBytes(path, LOOKED_AT)).bytes) pieces.push(piece);
  const bytes = path === undefined ? Buffer.from(head) : Buffer.concat(pieces);
  const found = STREAMS.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')));
  const ending = name.toLowerCase().split('.').pop() ?? '';
  return found?.[1] ?? ENDINGS[ending] ?? { kind: 'office-old', advice: 'as-text' };
}
