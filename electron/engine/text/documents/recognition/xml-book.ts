import type { XmlBook } from '../readers/xml-book-body.ts';

/** The outermost element, behind declarations, comments and a document type. */
const ROOT = /^\s*(?:<\?[^>]{0,500}\?>\s*|<!--[^]{0,4000}?-->\s*|<!DOCTYPE[^[>]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>\s*){0,8}<(?:[\w-]{1,20}:)?([\w.-]{1,40})([^>]{0,1000})>/; // prettier-ignore

/** Which kind of book a text of XML is, by its outermost element. */
export function xmlBookIn(text: string): XmlBook | undefined {
  const [, root, attributes] = ROOT.exec(text.slice(0, 16_000)) ?? [];
  if (root === 'FictionBook') return 'fictionbook';
  if (/^TEI(?:\.2|Corpus)?$|^teiCorpus(?:\.2)?$/.test(root ?? '')) return 'tei';
  const isDocBook = /docbook/i.test(attributes ?? '') || /<!DOCTYPE[^>[]{0,300}docbook/i.test(text.slice(0, 2_000));
  return isDocBook && /^(?:book|article|set|part|chapter|preface|section|sect1|appendix)$/.test(root ?? '')
    ? 'docbook'
    : undefined;
}
