import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { toldBy } from '../markup/told.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import type { Called } from '../refusals.ts';
import { textOf } from '../text-source.ts';

type XmlKind =
  | 'odt'
  | 'opml'
  | 'finaldraft'
  | 'wordpress'
  | 'evernote'
  | 'fictionbook'
  | 'docbook'
  | 'tei'
  | 'jats'
  | 'abiword';

/**
 * A document that is one file of XML.
 * @param bodyOf what takes its elements, and lets them flow as lines
 */
export function readXmlFile(
  source: DocumentSource,
  kind: XmlKind,
  bodyOf: (flow: Flow, called: Called) => MarkupHandler,
): Extracted {
  const called = { name: source.name, kind: message(`documents.${kind}`) };
  const text = textOf(source, declaredEncoding(source.head));
  const flow = new Flow();
  const parser = new MarkupParser(bodyOf(flow, called), 'xml', called, source.watch);
  return {
    ...text,
    chunks: toldBy(text.chunks, parser, flow, called),
    found: () => ({ kind, ...flow.omissions.found }),
  };
}
