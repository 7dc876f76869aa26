import { message } from '../../../../contract/message.ts';
import { isZip, openArchive, type Archive } from '../archives/archive.ts';
import { refuseLocked } from '../archives/manifest.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { MarkupParser, parsePieces, parseXml, type MarkupHandler } from '../markup/xml.ts';
import { Omissions } from '../omissions.ts';
import { damaged, wordless, type Called } from '../refusals.ts';
import { CalcSheets } from '../sheets/calc.ts';
import { ExcelBook, ExcelSheet, Relationships, SharedTexts, SheetComments } from '../sheets/excel.ts';
import { SheetRows } from '../sheets/sheet-rows.ts';
import { Cells } from '../tables/cells.ts';
import { textOf } from '../text-source.ts';

const FOLDER = 'xl/';
const BOOK = `${FOLDER}workbook.xml`;
const COMMENTS = /^xl\/comments\d*\.xml$/;
const SHARED = `${FOLDER}sharedStrings.xml`;

/** Reads members of an archive as XML. */
class Members {
  readonly #archive: Archive;
  readonly #called: Called;
  readonly #source: DocumentSource;

  constructor(archive: Archive, called: Called, source: DocumentSource) {
    this.#archive = archive;
    this.#called = called;
    this.#source = source;
  }

  async whole<Handler extends MarkupHandler>(member: string, handler: Handler): Promise<Handler> {
    if (this.#archive.has(member)) await parseXml(this.#archive.read(member), this.#parser(handler));
    return handler;
  }

  /** Pauses after each piece. */
  pieces(member: string, handler: MarkupHandler): AsyncIterable<void> {
    return parsePieces(this.#archive.read(member), this.#parser(handler));
  }

  #parser(handler: MarkupHandler) {
    return new MarkupParser(handler, 'xml', this.#called, this.#source.watch);
  }
}

/** Stored as it is, at the beginning of an archive or in its outermost element. */
const CALC = 'application/vnd.oasis.opendocument.spreadsheet';

/** What workbook a file is that was recognised as a table, if it is one. */
export function workbookIn(head: Uint8Array): 'excel' | 'calc' | undefined {
  const text = Buffer.from(head).toString('latin1');
  if ((isZip(head) || /^[\s\xef\xbb\xbf]*<(?:\?xml|office:)/.test(text)) && text.includes(CALC)) return 'calc';
  return isZip(head) ? 'excel' : undefined;
}

/** A workbook of Excel (.xlsx) or LibreOffice (.ods, .fods): its sheets with words as one table, of which one column is the text. */
export function readWorkbook(source: DocumentSource, format: 'excel' | 'calc'): Extracted {
  const called = { name: source.name, kind: message(`documents.${format}`) };
  const names: string[] = [];
  const cells = new Cells(source.name, format, names, source.column);
  const omissions = new Omissions();
  const rows = new SheetRows(cells, names, { asked: source.column, omissions, called });

  async function* excelSheets(archive: Archive): AsyncGenerator<void> {
    const members = new Members(archive, called, source);
    if (!archive.has(BOOK)) throw damaged(called, message('phrases.archive-lacks'));
    const { sheets } = await members.whole(BOOK, new ExcelBook());
    const { targets } = await members.whole(`${FOLDER}_rels/workbook.xml.rels`, new Relationships(FOLDER));
    const { texts } = await members.whole(SHARED, new SharedTexts(called));
    for (const sheet of sheets) {
      const member = targets.get(sheet) ?? '';
      // a chart has a sheet of its own, without rows
      if (archive.has(member)) yield* members.pieces(member, new ExcelSheet(rows, texts, called));
    }
    for (const member of archive.names.filter((name) => COMMENTS.test(name)))
      await members.whole(member, new SheetComments(omissions));
  }
  async function* calcSheets(archive: Archive): AsyncGenerator<void> {
    const members = new Members(archive, called, source);
    await refuseLocked(archive, called, source.watch);
    yield* members.pieces('content.xml', new CalcSheets(rows, called, omissions));
  }
  async function* packed(): AsyncGenerator<void> {
    const archive = await openArchive(source, called);
    try {
      yield* format === 'excel' ? excelSheets(archive) : calcSheets(archive);
    } finally {
      archive.close();
    }
  }
  const flat = isZip(source.head) ? undefined : textOf(source, declaredEncoding(source.head));
  async function* ofText(chunks: AsyncIterable<string>): AsyncGenerator<void> {
    const parser = new MarkupParser(new CalcSheets(rows, called, omissions), 'xml', called, source.watch);
    for await (const piece of chunks) {
      parser.push(piece, 0);
      yield;
    }
    parser.end();
  }
  async function* chunks(): AsyncGenerator<string> {
    for await (const _ of flat ? ofText(flat.chunks) : packed()) yield cells.take();
    rows.end();
    const rest = cells.end();
    if (cells.isEmpty) throw wordless(called);
    yield rest;
  }
  return {
    chunks: chunks(),
    reader: flat?.reader ?? archiveReading(source),
    found: () => ({ ...cells.found(), ...(rows.without > 0 && { without: rows.without }), ...omissions.found }),
    ...(flat && { raw: flat.raw }),
  };
}
