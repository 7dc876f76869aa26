import { message } from '../../../../contract/message.ts';
import { openArchive } from '../archives/archive.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { MarkupParser, parsePieces } from '../markup/xml.ts';
import { damaged, wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import { XmlBookBody, type XmlBook } from './xml-book-body.ts';

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b;

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
  return { chunks: chunks(), reader: archiveReading(source), found: () => ({ kind: book }) };
}

/** A book of XML: its headings, paragraphs and verses, each a line. */
export const readXmlBook =
  (book: XmlBook) =>
  (source: DocumentSource): Extracted | Promise<Extracted> => {
    if (isZip(source.head)) return readPacked(book, source);
    const called = { name: source.name, kind: message(`documents.${book}`) };
    const text = textOf(source, declaredEncoding(source.head));
    const flow = new Flow();
    const parser = new MarkupParser(new XmlBookBody(book, flow), 'xml', called, source.watch);
    async function* chunks(): AsyncGenerator<string> {
      for await (const piece of text.chunks) {
        parser.push(piece, 0);
        yield flow.take();
      }
      parser.end();
      if (!flow.lines) throw wordless(called);
      yield flow.end();
    }
    return { ...text, chunks: chunks(), found: () => ({ kind: book }) };
  };
