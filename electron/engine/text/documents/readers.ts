import type { DocumentKind } from '../../../contract/document.ts';
import type { DocumentReader } from './document.ts';
import { readChat } from './readers/chat.ts';
import { readDocx } from './readers/docx.ts';
import { readEntries } from './readers/entries.ts';
import { readEpub } from './readers/epub.ts';
import { readFinalDraft } from './readers/final-draft.ts';
import { readHtml } from './readers/html.ts';
import { readMail } from './readers/mail.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readOdt } from './readers/odt.ts';
import { readOutline } from './readers/outline.ts';
import { readPdf } from './readers/pdf.ts';
import { readRtf } from './readers/rtf.ts';
import { readSubtitles } from './readers/subtitles.ts';
import { readTable } from './readers/table.ts';
import { readXmlBook } from './readers/xml-book.ts';

/**
 * What reads a kind of document. This module is loaded with the first document, since most files are plain text; the library
 * for PDFs, which is large, with the first of these.
 */
export const READERS: Record<Exclude<DocumentKind, 'text'>, DocumentReader> = {
  docx: readDocx,
  odt: readOdt,
  epub: readEpub,
  html: readHtml,
  rtf: readRtf,
  markdown: readMarkdown,
  subtitles: readSubtitles,
  table: readTable,
  chat: readChat,
  pdf: readPdf,
  mail: readMail,
  fictionbook: readXmlBook('fictionbook'),
  docbook: readXmlBook('docbook'),
  tei: readXmlBook('tei'),
  jats: readXmlBook('jats'),
  abiword: readXmlBook('abiword'),
  finaldraft: readFinalDraft,
  wordpress: readEntries('wordpress'),
  evernote: readEntries('evernote'),
  opml: readOutline,
};
