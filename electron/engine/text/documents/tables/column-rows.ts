import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { Json } from '../json/json-walk.ts';
import { damaged, endlessRow, tooLarge, unfitRow, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';
import { wordsOf } from './object-rows.ts';

const BOUNDS = { depth: 32, values: 100_000 };
/** What a cell takes beside its text, UTF-16 units. */
const CELL = 32;

/** @param key as it is written in the document */
function nameOf(key: string): string {
  try {
    return String(JSON.parse(`"${key}"`));
  } catch {
    return key;
  }
}

/**
 * Rows of a document of JSON that holds one column behind the other, as pandas writes a table by default: each is an object
 * with its cells by the numbers of their rows. Which column is the text shows only at the end, so all of them wait.
 * @param names of the columns, which are put into it as they come
 */
export function columnRows(cells: Cells, names: string[], called: Called): RowParser {
  const columns: string[][] = [];
  let held = '';
  let waiting = 0;
  names.length = 0;
  const hold = (piece: string) => {
    held += piece;
    waiting += piece.length;
    if (held.length > DOCUMENT_LIMITS.record) throw endlessRow(called, columns.length);
    if (waiting > DOCUMENT_LIMITS.waiting) throw tooLarge(called, DOCUMENT_LIMITS.waiting);
  };
  const json = new Json({
    scalars: true,
    takes: (path, depth) => {
      if (depth === 1) {
        if (names.length >= DOCUMENT_LIMITS.columns)
          throw damaged(called, message('phrases.row-wide', { row: 1, limit: DOCUMENT_LIMITS.columns }));
        names.push(nameOf(path));
        columns.push([]);
      }
      return depth > 1;
    },
    piece: (_, piece) => hold(piece),
    ended: () => {
      const column = columns[columns.length - 1];
      try {
        column.push(wordsOf(parseBoundedJson(held, BOUNDS)));
      } catch (thrown) {
        throw unfitRow(called, column.length + 1, String(thrown));
      }
      waiting += CELL;
      held = '';
    },
  });
  return {
    async push(piece) {
      json.push(piece);
    },
    async end() {
      if (json.isOpen) throw unfitRow(called, columns.at(-1)?.length ?? 1);
      const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
      for (let row = 0; row < rows; row++) cells.push(columns.map((column) => column[row] ?? ''));
    },
  };
}
