import { COMMENT } from '../markup/comment.ts';
import type { TextHead } from './decoded-head.ts';
import type { XmlBook } from '../readers/xml-book-body.ts';
import type { Unread } from './signatures.ts';
import { byMimetype } from './zip.ts';

/** The outermost element, behind declarations, comments and a document type; its name as it is closed, and without its prefix. */
const ROOT = new RegExp(
  `^\\s*(?:<\\?[^>]{0,500}\\?>\\s*|${COMMENT}\\s*|<!DOCTYPE[^[>]{0,500}(?:\\[[^\\]]{0,4000}\\]\\s*)?>\\s*){0,32}<((?:[\\w-]{1,20}:)?([\\w.-]{1,40}))(?![\\w.:-])([^>]{0,16000})>`,
);

const REACH = 24_000;
const TAG = /<(\/?)[\p{L}_][\p{L}\p{N}_.:-]{0,80}(?:\s[^<>]{0,1000})?\/?>/gu;
/** Elements in a beginning that has not closed the outermost one. */
const LEAST_TAGS = 6;

/** What OpenDocument saves as one file of XML says of itself. */
const FLAT = /\soffice:mimetype\s*=\s*["']([\w./+-]{1,80})["']/;
/** A journal's article, where its document type or its attributes say so, or it begins with what is said about it. */
const JOURNAL = /^[^>]*(?:\s(?:article-type|dtd-version)\s*=|jats)/i;
const IS_JOURNAL = /<!DOCTYPE\s+article[^>[]{0,300}(?:JATS|NLM|Journal)/i;
const BEGINS_WITH_FRONT = /<article\b[^<>]{0,2000}>\s*(?:<processing-meta\b[^<>]{0,2000}>\s*)?<front>/;

/** Kinds of documents that are one text of XML. */
type XmlKind = XmlBook | 'odt' | 'table' | 'finaldraft' | 'wordpress' | 'evernote' | 'opml' | 'subtitles';

/** Which kind of document a text of XML is that is read or known by name, by its outermost element. */
export function xmlKindIn(text: string): XmlKind | Unread | undefined {
  const [, , root, attributes = ''] = ROOT.exec(text.slice(0, REACH)) ?? [];
  if (root === 'document' && FLAT.test(attributes)) return byMimetype(FLAT.exec(attributes)?.[1] ?? '');
  if (root === 'FictionBook') return 'fictionbook';
  if (root === 'abiword') return 'abiword';
  if (root === 'FinalDraft') return 'finaldraft';
  if (root === 'en-export') return 'evernote';
  if (root === 'opml') return 'opml';
  if (root === 'rss' && attributes.includes('wordpress.org/export')) return 'wordpress';
  if (root === 'tt' && /ns\/ttml|ns\/10\/ttml|ttaf1/.test(attributes)) return 'subtitles';
  if (root === 'smses') return { kind: 'sms', advice: 'as-text' };
  if (/^TEI(?:\.2|Corpus)?$|^teiCorpus(?:\.2)?$/.test(root ?? '')) return 'tei';
  const head = text.slice(0, REACH);
  if (root === 'article' && (JOURNAL.test(attributes) || IS_JOURNAL.test(head) || BEGINS_WITH_FRONT.test(head)))
    return 'jats';
  const isDocBook = /docbook/i.test(attributes) || /<!DOCTYPE[^>[]{0,300}docbook/i.test(text.slice(0, 2_000));
  return isDocBook && /^(?:book|article|set|part|chapter|preface|section|sect1|appendix)$/.test(root ?? '')
    ? 'docbook'
    : undefined;
}

/** How WikiExtractor begins an article: no element, since nothing in it is escaped. */
const ARTICLE = /^\s*<doc id="[^"<>]{1,80}"(?: [a-z_]{1,20}="|>)/;

/** Whether a text is one element with others in it, which no line of a chat or a play is that begins with a name in brackets. */
export function isXml({ text, whole }: TextHead): boolean {
  const [begins, name] = ROOT.exec(text.slice(0, REACH)) ?? [];
  if (begins === undefined || begins.endsWith('/>') || ARTICLE.test(text)) return false;
  const inner = text.slice(begins.length).trimEnd();
  const end = `</${name}>`;
  if (whole) return inner.indexOf(end) === inner.length - end.length && inner.search(TAG) < inner.length - end.length;
  const tags = [...inner.matchAll(TAG)];
  return !inner.includes(end) && tags.length >= LEAST_TAGS && tags.some(([, slash]) => slash !== '');
}
