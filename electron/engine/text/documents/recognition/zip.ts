import type { DocumentKind } from '../../../../contract/document.ts';
import { areModel } from '../../../../contract/foreign-formats.ts';
import { message } from '../../../../contract/message.ts';
import { openArchive, ZIP, type Archive } from '../archives/archive.ts';
import type { DocumentSource } from '../document.ts';
import type { Unread } from './signatures.ts';

export const EMPTY_ZIP = 'PK\x05\x06';
/** The first member of OpenDocument and EPUB says what they are, unpacked, behind a header of 38 bytes. */
const MIMETYPE_AT = 30;
const MIMETYPE = 'mimetype';

const ODF = 'application/vnd.oasis.opendocument.';

/** What a document of OpenDocument is, by what it says of itself. */
export function byMimetype(type: string): 'odt' | 'table' | Unread | undefined {
  if (/^application\/vnd\.oasis\.opendocument\.text/.test(type)) return 'odt';
  if (type.startsWith(`${ODF}spreadsheet`)) return 'table';
  return type.startsWith(ODF) ? { kind: 'impress', advice: 'as-text' } : undefined;
}

/** Which of Apple's programs wrote a document: what it holds is alike, but for slides. */
function iwork(name: string, some: (pattern: RegExp) => boolean): Unread {
  if (some(/^Index\/Slide|^index\.apxl$/) || /\.key$/i.test(name)) return { kind: 'keynote', advice: 'as-text' };
  return /\.numbers$/i.test(name) ? { kind: 'apple-numbers', advice: 'as-csv' } : { kind: 'pages', advice: 'as-docx' };
}

function byMembers({ names, has }: Pick<Archive, 'names' | 'has'>, name: string): DocumentKind | Unread {
  const some = (pattern: RegExp) => names.some((member) => pattern.test(member));
  if (has('word/document.xml') || (has('[Content_Types].xml') && some(/^word\/|^document\.xml$/i))) return 'docx';
  if (has('META-INF/container.xml')) return 'epub';
  if (some(/^xl\//)) return has('xl/workbook.bin') ? { kind: 'excel', advice: 'as-csv' } : 'table';
  if (some(/^ppt\//)) return { kind: 'powerpoint', advice: 'as-text' };
  if (has('content.xml') && has('styles.xml')) return 'odt';
  if (has('Index/Document.iwa') || has('index.xml') || has('index.apxl') || has('Index.zip')) return iwork(name, some);
  if (some(/(^|\/)card\.json$/) && some(/(^|\/)model\.json$/)) return { kind: 'aesop', advice: 'import-model' };
  if (areModel(names.map((name) => name.slice(name.lastIndexOf('/') + 1))))
    return { kind: 'model', advice: 'import-model' };
  if (names.length > 0 && names.every((name) => /\.fb2$/i.test(name))) return 'fictionbook';
  if (names.length > 0 && names.every((name) => name.endsWith('.npy'))) return { kind: 'numbers', advice: 'another' };
  if (some(/(^|\/)data\.pkl$/)) return { kind: 'numbers', advice: 'another' };
  return { kind: 'archive', advice: 'unpack' };
}

/**
 * What a zip archive is, by what it says in its first bytes, else by its members.
 * @throws AesopError document-damaged
 */
export async function zipOf(source: DocumentSource): Promise<DocumentKind | Unread> {
  const head = Buffer.from(source.head).toString('latin1', 0, 256);
  if (head.startsWith(MIMETYPE, MIMETYPE_AT)) {
    const type = head.slice(MIMETYPE_AT + MIMETYPE.length);
    const said = type.startsWith('application/epub+zip') ? 'epub' : byMimetype(type);
    if (said) return said;
  }
  if (source.path === undefined) return byMembers(namesInHead(source.head), source.name);
  const archive = await openArchive(source, { name: source.name, kind: message('documents.archive') });
  archive.close();
  return byMembers(archive, source.name);
}

/** Members named in the first bytes of an archive that comes in pieces: its list, at the end, is still to come. */
function namesInHead(head: Uint8Array): Pick<Archive, 'names' | 'has'> {
  const bytes = Buffer.from(head);
  const names: string[] = [];
  for (let at = bytes.indexOf(ZIP, 0, 'latin1'); at !== -1; at = bytes.indexOf(ZIP, at + 4, 'latin1'))
    if (at + 30 < bytes.length) names.push(bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26)));
  return { names, has: (name) => names.includes(name) };
}
