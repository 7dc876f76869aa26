import type { DocumentKind } from '../../../contract/document.ts';
import type { DocumentReader } from './document.ts';
import { readDocx } from './readers/docx.ts';
import { readEpub } from './readers/epub.ts';
import { readHtml } from './readers/html.ts';
import { readOdt } from './readers/odt.ts';
import { readRtf } from './readers/rtf.ts';
import { readSubtitles } from './readers/subtitles.ts';
import { readTable } from './readers/table.ts';

/** What reads a kind of document. Each is loaded with the worker; a PDF's, which is large, only where one comes. */
export const READERS: Partial<Record<DocumentKind, DocumentReader>> = {
  docx: readDocx,
  odt: readOdt,
  epub: readEpub,
  html: readHtml,
  rtf: readRtf,
  subtitles: readSubtitles,
  table: readTable,
};
