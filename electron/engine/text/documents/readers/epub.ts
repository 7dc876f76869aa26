import { message } from '../../../../contract/message.ts';
import { openArchive } from '../archives/archive.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Flow } from '../markup/flow.ts';
import { TitleOf } from '../markup/title-of.ts';
import { MarkupParser, parsePieces, parseXml, type MarkupHandler } from '../markup/xml.ts';
import { damaged, locked, wordless } from '../refusals.ts';
import { EpubContainer, EpubEncryption, EpubPackage } from './epub-package.ts';
import { HtmlBody } from './html-body.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/** A book (EPUB 2 and 3): its documents in reading order, a blank line between them, without tables of contents. */
export async function readEpub(source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message('documents.epub') };
  const archive = await openArchive(source, called);
  const parse = async <Handler extends MarkupHandler>(member: string, handler: Handler): Promise<Handler> => {
    await parseXml(archive.read(member), new MarkupParser(handler, 'xml', called, source.watch));
    return handler;
  };
  let chapters = 0;
  let said: TitleOf | undefined;
  const flow = new Flow();
  async function* chunks(): AsyncGenerator<string> {
    try {
      const { package: place } = await parse(CONTAINER, new EpubContainer());
      const book = new EpubPackage(place);
      said = await parse(place, new TitleOf(book));
      const encryption = archive.has(ENCRYPTION) ? await parse(ENCRYPTION, new EpubEncryption()) : undefined;
      const documents = book.documents.filter((document) => archive.has(document));
      if (documents.some((document) => encryption?.locked.has(document))) throw locked(called);
      flow.omissions.add('asides', book.asides.filter((document) => archive.has(document)).length);
      if (!documents.length) throw damaged(called, message('phrases.archive-lacks'));
      const notes = new Set<string>();
      for (const document of documents) {
        const before = flow.lines;
        flow.leaveBlank();
        const body = new HtmlBody(flow, { isSite: false, hasMain: false, document }, notes);
        const parser = new MarkupParser(body, 'xhtml', called, source.watch);
        for await (const _ of parsePieces(archive.read(document), parser)) yield flow.take();
        body.end();
        if (flow.lines > before) chapters++;
      }
      if (!flow.lines) throw wordless(called);
      yield flow.end();
    } finally {
      archive.close();
    }
  }
  return {
    chunks: chunks(),
    reader: archiveReading(source),
    found: () => ({ kind: 'epub', chapters, ...flow.omissions.found }),
    title: () => said?.title ?? '',
  };
}
