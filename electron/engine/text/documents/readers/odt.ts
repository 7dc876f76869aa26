import { message } from '../../../../contract/message.ts';
import { isZip, openArchive } from '../archives/archive.ts';
import { refuseLocked } from '../archives/manifest.ts';
import { titleIn } from '../archives/archive-title.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Flow } from '../markup/flow.ts';
import { TitleOf } from '../markup/title-of.ts';
import { MarkupParser, parsePieces } from '../markup/xml.ts';
import { wordless } from '../refusals.ts';
import { OdtBody } from './odt-body.ts';
import { countHeads } from './page-heads.ts';
import { readXmlFile } from './xml-file.ts';

const META = 'meta.xml';
const STYLES = 'styles.xml';
const HEADS = ['header', 'footer', 'header-left', 'footer-left', 'header-first', 'footer-first'];

/** An OpenDocument text (.odt, .ott): its body; heads and feet of pages lie in another member. */
export async function readOdt(source: DocumentSource): Promise<Extracted> {
  // the same as one file of XML (.fodt) has all members in it
  if (!isZip(source.head)) {
    let said: TitleOf | undefined;
    const read = readXmlFile(source, 'odt', (flow, called) => (said = new TitleOf(new OdtBody(flow, called))));
    return { ...read, title: () => said?.title ?? '' };
  }
  const called = { name: source.name, kind: message('documents.odt') };
  const archive = await openArchive(source, called);
  const flow = new Flow();
  let title = '';
  async function* chunks(): AsyncGenerator<string> {
    try {
      await refuseLocked(archive, called, source.watch);
      title = await titleIn(archive, META, called, source.watch);
      const body = new MarkupParser(new OdtBody(flow, called), 'xml', called, source.watch);
      for await (const _ of parsePieces(archive.read('content.xml'), body)) yield flow.take();
      if (!flow.lines) throw wordless(called);
      if (archive.has(STYLES)) await countHeads(archive, STYLES, HEADS, flow, source.watch, called);
      yield flow.end();
    } finally {
      archive.close();
    }
  }
  return {
    chunks: chunks(),
    reader: archiveReading(source),
    found: () => ({ kind: 'odt', ...flow.omissions.found }),
    title: () => title,
  };
}
