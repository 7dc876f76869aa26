import { message } from '../../../../contract/message.ts';
import { isZip, openArchive } from '../archives/archive.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Flow } from '../markup/flow.ts';
import { MarkupParser, parsePieces } from '../markup/xml.ts';
import { damaged, wordless } from '../refusals.ts';
import { XmlBookBody, type XmlBook } from './xml-book-body.ts';
import { readXmlFile } from './xml-file.ts';

/** Books that lie packed in an archive, one behind the other. */
async function readPacked(book: XmlBook, source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message(`documents.${book}`) };
  const archive = await openArchive(source, called);
  const flow = new Flow();
  async function* chunks(): AsyncGenerator<string> {
    try {
      const books = archive.names.filter((name) => /\.fb2$/i.test(name));
      if (books.length === 0) throw damaged(called, message('phrases.archive-lacks'));
      for (const name of books) {
        flow.leaveBlank();
        const parser = new MarkupParser(new XmlBookBody(book, flow), 'xml', called, source.watch);
        for await (const _ of parsePieces(archive.read(name), parser)) yield flow.take();
      }
      if (!flow.lines) throw wordless(called);
      yield flow.end();
    } finally {
      archive.close();
    }
  }
  return { chunks: chunks(), reader: archiveReading(source), found: () => ({ kind: book, ...flow.omissions.found }) };
}

/** A book of XML: its headings, paragraphs and verses, each a line. */
export const readXmlBook =
  (book: XmlBook) =>
  (source: DocumentSource): Extracted | Promise<Extracted> => {
    if (isZip(source.head)) return readPacked(book, source);
    return readXmlFile(source, book, (flow) => new XmlBookBody(book, flow));
  };
