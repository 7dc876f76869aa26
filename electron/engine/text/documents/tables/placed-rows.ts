import { Json, type JsonWalk } from '../json/json-walk.ts';
import { unfitRow, type Called } from '../refusals.ts';
import type { RowParser } from './delimited-rows.ts';
import type { ObjectTaker } from './object-rows.ts';

/** Where the rows of a table stand in a document of JSON. */
export interface RowPlace {
  readonly takes: JsonWalk['takes'];
  /** of what is taken, whether it is one */
  readonly isRow: (path: string) => boolean;
}

/** In the list that is reached by some keys, as `Json` tells them. */
export const inList = (list: string): RowPlace => ({
  takes: (path) => path.endsWith('[]'),
  isRow: (path) => path === list,
});

/** Behind each key of the document. */
export const inEntries: RowPlace = { takes: (_, depth) => depth === 1, isRow: () => true };

/** Documents one behind the other. */
export const inStack: RowPlace = { takes: (_, depth) => depth === 0, isRow: () => true };

/** Rows of a document of JSON. */
export function placedRows({ hold, take }: ObjectTaker, { takes, isRow }: RowPlace, called: Called): RowParser {
  let isOpen = false;
  let rows = 0;
  const json = new Json({
    takes,
    piece: (path, piece) => {
      if (!isRow(path)) return;
      isOpen = true;
      hold(piece);
    },
    ended: (path) => {
      if (!isRow(path)) return;
      isOpen = false;
      rows++;
      take();
    },
  });
  return {
    async push(piece) {
      json.push(piece);
    },
    async end() {
      if (isOpen) throw unfitRow(called, rows + 1);
    },
  };
}
