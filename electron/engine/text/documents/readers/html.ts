import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { TitleOf } from '../markup/title-of.ts';
import { toldBy } from '../markup/told.ts';
import { MarkupParser } from '../markup/xml.ts';
import { textOf } from '../text-source.ts';
import { HtmlBody } from './html-body.ts';

/** The element for what a page is about. */
const MAIN = /<main\b/i;

/** A page: its paragraphs, one line each; what stands in scripts, styles, menus and the head is left out. */
export function readHtml(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.html') };
  const text = textOf(source, declaredEncoding(source.head));
  const flow = new Flow();
  const head = Buffer.from(source.head).toString('latin1');
  const body = new HtmlBody(flow, { isSite: true, hasMain: MAIN.test(head) });
  // XHTML closes elements in themselves, which in HTML leaves them open
  const isXml = /^\s*(<\?xml|<!DOCTYPE[^>]{0,200}XHTML)/i.test(head.slice(0, 1000));
  const said = new TitleOf(body);
  const parser = new MarkupParser(said, isXml ? 'xhtml' : 'html', called, source.watch);
  const chunks = toldBy(text.chunks, parser, flow, called, () => body.end());
  return { ...text, chunks, found: () => ({ kind: 'html', ...flow.omissions.found }), title: () => said.title };
}
