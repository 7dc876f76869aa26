import { message } from '../../../../contract/message.ts';
import { damaged, type Called } from '../refusals.ts';
import type { RowParser } from './delimited-rows.ts';
import type { ObjectTaker } from './object-rows.ts';

const [QUOTE, ESCAPE, OBJECT, ENDS_OBJECT, LIST, ENDS_LIST, COMMA] = Array.from('"\\{}[],', (sign) =>
  sign.charCodeAt(0),
);
/** Objects in one another through which a list is reached: `chats.list`. */
const DEPTH = 4;
/** UTF-16 units of a key that are looked at. */
const LONGEST_KEY = 200;

/** What walking through a JSON document tells. */
export interface ListWalk {
  /** A piece of what stands in a list, at the path of keys by which that is reached. */
  within(path: string, piece: string): void;
  /** One of its elements, an object or a text, is all there. */
  ended(path: string): void;
}

/** Walks through a JSON document that comes in pieces, in memory for the keys that lead to where it stands. */
export class JsonLists {
  readonly #walk: ListWalk;
  /** of the objects that are open outside an element: the key whose value comes */
  readonly #keys: string[] = [];
  /** inside a list: objects and lists of the element that are open */
  #depth = 0;
  #inList = false;
  #inElement = false;
  #path = '';
  #inText = false;
  #escaped = false;
  /** the last text outside an element, which may be a key */
  #text = '';
  /** deeper than any list is looked for */
  #isPastAll = false;

  constructor(walk: ListWalk) {
    this.#walk = walk;
  }

  push(piece: string): void {
    let from = 0;
    const give = (end: number) => {
      if (this.#inElement && end > from) this.#walk.within(this.#path, piece.slice(from, end));
    };
    for (let at = 0; at < piece.length && !this.#isPastAll; at++) {
      const unit = piece.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === ESCAPE) this.#escaped = true;
        else if (unit === QUOTE) {
          this.#inText = false;
          if (this.#inElement && this.#depth === 0) {
            give(at + 1);
            this.#end();
          }
          continue;
        }
        if (!this.#inElement && this.#text.length < LONGEST_KEY) this.#text += piece[at];
      } else if (this.#inElement) {
        if (unit === QUOTE) this.#inText = true;
        else if (unit === OBJECT || unit === LIST) this.#depth++;
        else if ((unit === ENDS_OBJECT || unit === ENDS_LIST) && --this.#depth === 0) {
          give(at + 1);
          this.#end();
        }
      } else if (this.#inList) {
        if (unit === QUOTE || unit === OBJECT || unit === LIST) {
          from = at;
          this.#inElement = true;
          this.#inText = unit === QUOTE;
          this.#depth = unit === QUOTE ? 0 : 1;
        } else if (unit === ENDS_LIST) this.#inList = false;
      } else if (unit === QUOTE) {
        this.#inText = true;
        this.#text = '';
      } else if (unit === OBJECT) {
        if (this.#keys.length === DEPTH) this.#isPastAll = true;
        this.#keys.push('');
      } else if (unit === ENDS_OBJECT) this.#keys.pop();
      else if (unit === LIST) {
        this.#inList = true;
        this.#path = this.#keys.join('.');
      } else if (piece[at] === ':' && this.#keys.length > 0) this.#keys[this.#keys.length - 1] = this.#text;
      else if (unit === COMMA) this.#text = '';
    }
    give(piece.length);
  }

  #end(): void {
    this.#inElement = false;
    this.#walk.ended(this.#path);
  }
}

/**
 * Rows of a JSON document: what stands in the list that is reached by some keys.
 * @param path the keys, `` for a document that is a list
 */
export function listRows({ hold, take }: ObjectTaker, path: string, called: Called): RowParser {
  let isOpen = false;
  let rows = 0;
  const lists = new JsonLists({
    within: (at, piece) => {
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
      lists.push(piece);
    },
    async end() {
      if (isOpen) throw damaged(called, message('phrases.row-unfit', { row: rows + 1 }));
    },
  };
}
