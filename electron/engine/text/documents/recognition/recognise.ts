import type { DocumentKind } from '../../../../contract/document.ts';
import { AesopError } from '../../../../contract/errors.ts';
import { message } from '../../../../contract/message.ts';
import { isZip } from '../archives/archive.ts';
import type { DocumentSource } from '../document.ts';
import { chatPageIn } from '../chats/pages.ts';
import { markdownJsonIn } from '../json/markdown-json.ts';
import { chatOf } from './chat.ts';
import { decodedHead } from './decoded-head.ts';
import { isHtml } from './html.ts';
import { isMail } from './mail.ts';
import { isMarkdown } from './markdown.ts';
import { officeOf, OLE } from './office-2003.ts';
import { unreadBySignature, type Unread } from './signatures.ts';
import { subtitlesIn } from './subtitles.ts';
import { tableIn } from './table.ts';
import { isXml, xmlKindIn } from './xml-book.ts';
import { EMPTY_ZIP, zipOf } from './zip.ts';

/** How far into a file the mark of a PDF may stand: readers are that lenient. */
const PDF_WITHIN = 1024;

/** What tfjs writes beside a model's weights, which lie in other files. */
const isNetwork = (text: string) => /^\s*\{\s*"/.test(text) && /"modelTopology"\s*:\s*\{/.test(text);

async function kindOf(source: DocumentSource): Promise<DocumentKind | Unread> {
  const { head, name } = source;
  const bytes = Buffer.from(head).toString('latin1', 0, 2048);
  if (bytes.startsWith(OLE)) return officeOf(source);
  if (isZip(head)) return zipOf(source);
  if (bytes.startsWith(EMPTY_ZIP)) return { kind: 'archive', advice: 'unpack' };
  if (/^[\s\xef\xbb\xbf]*\{\\rtf/.test(bytes)) return 'rtf';
  if (/%PDF-\d\.\d/.test(bytes.slice(0, PDF_WITHIN)) && (bytes.startsWith('%PDF-') || head.includes(0))) return 'pdf';
  const unread = unreadBySignature(bytes);
  if (unread) return unread;
  const text = decodedHead(source);
  if (isNetwork(text.text)) return { kind: 'model', advice: 'import-beside' };
  if (isMail(text)) return 'mail';
  if (/^(MIME-Version|From): /i.test(text.text) && /\nContent-Type: multipart\/related/i.test(text.text))
    return { kind: 'mht', advice: 'as-page' };
  const xml = text.text.trimStart().startsWith('<') ? xmlKindIn(text.text) : undefined;
  if (xml) return xml;
  if (isHtml(text, name)) return chatPageIn(text.text) ? 'chat' : 'html';
  if (/^\s*<\?xml\s/.test(text.text) || isXml(text)) return { kind: 'xml', advice: 'as-text' };
  if (subtitlesIn(text)) return 'subtitles';
  // who asks for a column means a table
  if (source.column === undefined && (await chatOf(source, text))) return 'chat';
  if (source.column === undefined && markdownJsonIn(text.text)) return 'markdown';
  if (tableIn(text, name)) return 'table';
  return isMarkdown(text, name) ? 'markdown' : 'text';
}

/**
 * What a file is, by what it holds; its name only decides where that leaves a choice.
 * @throws AesopError document-unread for what is neither text nor a document that is read, document-damaged
 */
export async function recognise(source: DocumentSource): Promise<DocumentKind> {
  const kind = await kindOf(source);
  if (typeof kind === 'string') return kind;
  throw new AesopError('document-unread', {
    name: source.name,
    kind: message(`documents.${kind.kind}`),
    advice: message(`documents.${kind.advice}`),
  });
}
