import { parse, type CsvError } from 'csv-parse';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { AesopError } from '../../../../contract/errors.ts';
import { message } from '../../../../contract/message.ts';
import { damaged, endlessRow, unfitRow, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { Delimited } from './delimited.ts';
import { gathered } from './spilled.ts';

/** Takes a text apart into rows. */
export interface RowParser {
  /** @throws AesopError document-damaged */
  push(piece: string): Promise<void>;
  end(): Promise<void>;
}

function refusal(error: CsvError, called: Called) {
  const row = Number(error.records ?? 0) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return endlessRow(called, row);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return damaged(called, message('phrases.quote-open', { row }));
  return unfitRow(called, row, error.message);
}

/** Refuses lines of far more cells than a table has: the parser would hold them all. */
function narrowLines({ delimiter, quoted, quote = '"' }: Delimited, called: Called): (piece: string) => void {
  const [parts, holds, end] = [delimiter, quote, '\n'].map((sign) => sign.charCodeAt(0));
  let line = 1;
  let cells = 0;
  let open = false;
  return (piece) => {
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      if (unit === end) {
        line++;
        cells = 0;
        open = false;
      } else if (unit === holds && quoted) open = !open;
      else if (unit === parts && !open && ++cells > DOCUMENT_LIMITS.cells)
        throw damaged(called, message('phrases.row-wide', { row: line, limit: DOCUMENT_LIMITS.cells }));
    }
  };
}

/**
 * Rows whose cells are parted by one character. Rows that repeat the header are left out: tables were put together of others.
 * @param header the first row, where it names the columns
 * @param begins number of the line that the first row stands in
 */
export function delimitedRows(
  cells: Cells,
  table: Delimited & { header?: readonly string[]; begins: number },
  called: Called,
): RowParser {
  const { delimiter, quoted, quote = '"', backslash, spaced, spill, header, begins } = table;
  const names = header?.join('\n');
  const look = narrowLines(table, called);
  const parser = parse({
    delimiter,
    quote: quoted ? quote : null,
    escape: backslash ? '\\' : quote,
    ltrim: spaced === true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    from_line: begins,
    max_record_size: DOCUMENT_LIMITS.record,
    on_record: (row: string[]) => {
      if (row.length === header?.length && row.join('\n') === names) return null;
      cells.push(spill ? gathered(row, spill, delimiter) : row);
      // null: the stream itself hands nothing on
      return null;
    },
  });
  parser.on('error', () => undefined).resume();
  const done = (act: (then: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) =>
      act((error) =>
        error ? reject(error instanceof AesopError ? error : refusal(error as CsvError, called)) : resolve(),
      ),
    );
  return {
    push: async (piece) => {
      look(piece);
      await done((then) => parser.write(piece, then));
    },
    end: () => done((then) => parser.end(then)),
  };
}
