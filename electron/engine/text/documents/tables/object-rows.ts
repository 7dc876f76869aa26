import { parseBoundedJson } from '../../../../contract/bounded-json.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { damaged, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';

const BOUNDS = { depth: 32, values: 1_000_000 };
/** Objects in one another whose fields become columns: `data.item.text`. */
const DEPTH = 3;
/** What the words of a message are called in data sets of conversations. */
const SAID = ['content', 'value', 'text', 'message', 'utterance', 'body', 'parts'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a value: a text; a list of texts, of messages, of parts of one, each on a line. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n');
  if (!isObject(value)) return String(value);
  const said = SAID.find((name) => value[name] !== undefined && value[name] !== null);
  return said === undefined ? '' : wordsOf(value[said]);
}

/** The fields of an object by name, those of objects in it by both names. */
export function fieldsOf(value: Record<string, unknown>, prefix = '', depth = 1): [name: string, words: string][] {
  return Object.entries(value).flatMap(([name, field]): [string, string][] =>
    isObject(field) && depth < DEPTH
      ? fieldsOf(field, `${prefix}${name}.`, depth + 1)
      : [[prefix + name, wordsOf(field)]],
  );
}

/**
 * Rows of a JSONL file: an object a line.
 * @param names of the columns, which grows by what comes up in a later line
 */
export function objectRows(cells: Cells, names: string[], called: Called): RowParser {
  const places = new Map(names.map((name, place) => [name, place]));
  let held: string[] = [];
  let heldLength = 0;
  let line = 0;
  const hold = (piece: string) => {
    heldLength += piece.length;
    if (heldLength > DOCUMENT_LIMITS.record)
      throw damaged(called, message('phrases.row-endless', { row: line + 1, limit: DOCUMENT_LIMITS.record / 2 ** 20 }));
    held.push(piece);
  };
  const takeLine = () => {
    const text = held.join('').trim();
    held = [];
    heldLength = 0;
    line++;
    if (!text) return;
    let value: unknown;
    try {
      value = parseBoundedJson(text, BOUNDS);
    } catch (thrown) {
      throw damaged(called, message('phrases.row-unfit', { row: line }), String(thrown));
    }
    const row: string[] = [];
    for (const [name, words] of isObject(value) ? fieldsOf(value) : [['', wordsOf(value)]]) {
      let place = places.get(name);
      if (place === undefined) {
        if (names.length >= DOCUMENT_LIMITS.columns) continue;
        place = names.push(name) - 1;
        places.set(name, place);
      }
      row[place] = words;
    }
    cells.push(row);
  };
  return {
    async push(piece) {
      let from = 0;
      for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', from)) {
        hold(piece.slice(from, at));
        takeLine();
        from = at + 1;
      }
      hold(piece.slice(from));
    },
    async end() {
      takeLine();
    },
  };
}
