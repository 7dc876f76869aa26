import type { TextHead } from './decoded-head.ts';
import type { XmlBook } from '../readers/xml-book-body.ts';

/** The outermost element, behind declarations, comments and a document type; its name as it is closed, and without its prefix. */
const ROOT = /^\s*(?:<\?[^>]{0,500}\?>\s*|<!--[^]{0,4000}?-->\s*|<!DOCTYPE[^[>]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>\s*){0,8}<((?:[\w-]{1,20}:)?([\w.-]{1,40}))(?![\w.:-])([^>]{0,1000})>/; // prettier-ignore

const REACH = 16_000;
const TAG = /<(\/?)[\p{L}_][\p{L}\p{N}_.:-]{0,80}(?:\s[^<>]{0,1000})?\/?>/gu;
/** Elements in a beginning that has not closed the outermost one. */
const LEAST_TAGS = 6;

/** Which kind of book a text of XML is, by its outermost element. */
export function xmlBookIn(text: string): XmlBook | undefined {
  const [, , root, attributes] = ROOT.exec(text.slice(0, REACH)) ?? [];
  if (root === 'FictionBook') return 'fictionbook';
  if (/^TEI(?:\.2|Corpus)?$|^teiCorpus(?:\.2)?$/.test(root ?? '')) return 'tei';
  const isDocBook = /docbook/i.test(attributes ?? '') || /<!DOCTYPE[^>[]{0,300}docbook/i.test(text.slice(0, 2_000));
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
