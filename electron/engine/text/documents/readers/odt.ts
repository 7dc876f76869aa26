import { message } from '../../../../contract/message.ts';
import { isZip, openArchive } from '../archives/archive.ts';
import { refuseLocked } from '../archives/manifest.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { toldBy } from '../markup/told.ts';
import { MarkupParser, parsePieces } from '../markup/xml.ts';
import { wordless, type Called } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import { OdtBody } from './odt-body.ts';
import { countHeads } from './page-heads.ts';

const STYLES = 'styles.xml';
const HEADS = ['header', 'footer', 'header-left', 'footer-left', 'header-first', 'footer-first'];

/** The same as one file of XML (.fodt), which has all members in it. */
function readFlat(source: DocumentSource, called: Called): Extracted {
  const text = textOf(source, declaredEncoding(source.head));
  const flow = new Flow();
  const parser = new MarkupParser(new OdtBody(flow, called), 'xml', called, source.watch);
  return {
    ...text,
    chunks: toldBy(text.chunks, parser, flow, called),
    found: () => ({ kind: 'odt', ...flow.omissions.found }),
  };
}

/** An OpenDocument text (.odt, .ott): its body; heads and feet of pages lie in another member. */
export async function readOdt(source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message('documents.odt') };
  if (!isZip(source.head)) return readFlat(source, called);
  const archive = await openArchive(source, called);
  const flow = new Flow();
  async function* chunks(): AsyncGenerator<string> {
    try {
      await refuseLocked(archive, called, source.watch);
      const body = new MarkupParser(new OdtBody(flow, called), 'xml', called, source.watch);
      for await (const _ of parsePieces(archive.read('content.xml'), body)) yield flow.take();
      if (!flow.lines) throw wordless(called);
      if (archive.has(STYLES)) await countHeads(archive, STYLES, HEADS, flow, source.watch, called);
      yield flow.end();
    } finally {
      archive.close();
    }
  }
  return { chunks: chunks(), reader: archiveReading(source), found: () => ({ kind: 'odt', ...flow.omissions.found }) };
}
