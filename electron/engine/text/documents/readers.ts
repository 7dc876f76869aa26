import type { DocumentKind } from '../../../contract/document.ts';
import type { DocumentReader } from './document.ts';
import { readDocx } from './readers/docx.ts';
import { readHtml } from './readers/html.ts';
import { readTable } from './readers/table.ts';

/** What reads a kind of document. Each is loaded with the worker; a PDF's, which is large, only where one comes. */
export const READERS: Partial<Record<DocumentKind, { read: DocumentReader }>> = {
  docx: { read: readDocx },
  html: { read: readHtml },
  table: { read: readTable },
};
