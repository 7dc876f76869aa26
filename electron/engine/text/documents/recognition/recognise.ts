import type { DocumentKind } from '../../../../contract/document.ts';
import type { DocumentSource } from '../document.ts';
import { decodedHead } from './decoded-head.ts';
import { isHtml } from './html.ts';
import { tableIn } from './table.ts';

/**
 * What a file is, by what it holds; its name only decides where that leaves a choice.
 * @throws AesopError document-unread for what is neither text nor a document that is read, document-damaged
 */
export async function recognise(source: DocumentSource): Promise<DocumentKind> {
  const { head, name } = source;
  if (Buffer.from(head).toString('latin1', 0, 4).startsWith('PK\x03\x04')) return 'docx';
  const text = decodedHead(source);
  if (isHtml(text, name)) return 'html';
  if (tableIn(text, name)) return 'table';
  return 'text';
}
