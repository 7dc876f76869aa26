import { message } from '../../../../contract/message.ts';
import { Json } from '../json/json-walk.ts';
import { damaged, type Called } from '../refusals.ts';
import type { RowParser } from './delimited-rows.ts';
import type { ObjectTaker } from './object-rows.ts';

/**
 * Rows of a JSON document: what stands in the list that is reached by some keys.
 * @param path the keys, as `Json` tells them
 */
export function listRows({ hold, take }: ObjectTaker, path: string, called: Called): RowParser {
  let isOpen = false;
  let rows = 0;
  const json = new Json({
    takes: (at) => at.endsWith('[]'),
    piece: (at, piece) => {
      if (at !== path) return;
      isOpen = true;
      hold(piece);
    },
    ended: (at) => {
      if (at !== path) return;
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
      if (isOpen) throw damaged(called, message('phrases.row-unfit', { row: rows + 1 }));
    },
  };
}
