import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Omissions } from '../omissions.ts';
import { wordless, type Called } from '../refusals.ts';
import { decodedHead } from '../recognition/decoded-head.ts';
import { tableIn, type TableForm } from '../recognition/table.ts';
import { Cells } from '../tables/cells.ts';
import { columnRows } from '../tables/column-rows.ts';
import { delimitedRows, type RowParser } from '../tables/delimited-rows.ts';
import { framedRows } from '../tables/framed-rows.ts';
import { Places } from '../tables/places.ts';
import { SqlRows } from '../tables/sql-rows.ts';
import { objectRows, objectTaker } from '../tables/object-rows.ts';
import { inEntries, inList, inStack, placedRows } from '../tables/placed-rows.ts';
import { textOf } from '../text-source.ts';
import { readWorkbook, workbookIn } from './workbook.ts';

function parserOf(table: TableForm, cells: Cells, places: Places, called: Called): RowParser {
  if (table.format === 'sql') return new SqlRows(cells, places, called);
  if (table.format === 'console') return framedRows(cells, table, called);
  if (table.format !== 'jsonl') return delimitedRows(cells, table, called);
  const { names, list, shape, isSplit } = table;
  if (shape === 'columns') return columnRows(cells, names, called);
  const taker = objectTaker(cells, { names, places }, called, isSplit);
  if (shape === 'entries') return placedRows(taker, inEntries, called);
  if (shape === 'stacked') return placedRows(taker, inStack, called);
  return list === undefined ? objectRows(taker) : placedRows(taker, inList(list), called);
}

/** A table: the cells of one column are the text, one after the other. */
export function readTable(source: DocumentSource): Extracted {
  const workbook = workbookIn(source.head);
  if (workbook) return readWorkbook(source, workbook);
  const form = tableIn(decodedHead(source), source.name);
  const table: TableForm = form ?? { format: 'csv', delimiter: ',', quoted: true, names: [], begins: 1 };
  const called = { name: source.name, kind: message(`documents.${table.format}`) };
  const column = 'column' in table ? table.column : undefined;
  const text = textOf(source);
  const omissions = new Omissions();
  const cells = new Cells(source.name, table.format, table.names, source.column ?? column);
  const parser = parserOf(table, cells, new Places(table.names, omissions, source.column), called);
  async function* chunks(): AsyncGenerator<string> {
    for await (const piece of text.chunks) {
      for (let at = 0; at < piece.length; at += 1 << 16) {
        await source.watch.work(0, () => parser.push(piece.slice(at, at + (1 << 16))));
        yield cells.take();
      }
    }
    await source.watch.work(0, () => parser.end());
    const rest = cells.end();
    omissions.add('columns', table.names.length - DOCUMENT_LIMITS.columns);
    if (cells.isEmpty) throw wordless(called);
    yield rest;
  }
  return { ...text, chunks: chunks(), found: () => ({ ...cells.found(), ...omissions.found }) };
}
