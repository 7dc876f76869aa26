import type { DocumentKind } from '../../../contract/document.ts';

const TYPESET: ReadonlySet<DocumentKind> = new Set([
  'docx',
  'odt',
  'epub',
  'html',
  'rtf',
  'pdf',
  'fictionbook',
  'docbook',
  'tei',
  'jats',
  'abiword',
  'finaldraft',
  'evernote',
]);

/** Whether a document says by itself how its text is set, and where its paragraphs end. */
export const isTypeset = (kind: DocumentKind): boolean => TYPESET.has(kind);
