import { HeldValue } from '../json/held-value.ts';
import type { Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';
import type { Places } from './places.ts';

/** Objects and lists in one another that a row may hold. */
const DEEPEST = 32;
/** Objects in one another whose fields become columns: `data.item.text`. */
const DEPTH = 3;
/** What the words of a message are called in data sets of conversations. */
const SAID = ['content', 'value', 'text', 'message', 'utterance', 'body', 'parts'];

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a value: a text; a list of texts, of messages, of parts of one, each on a line. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  // texts with objects among them are one text: a link in it, a word in bold
  if (Array.isArray(value)) {
    const isRun = value.some((part) => typeof part === 'string') && value.some(isObject);
    return value
      .map(wordsOf)
      .filter(Boolean)
      .join(isRun ? '' : '\n');
  }
  if (!isObject(value)) return String(value);
  const said = SAID.find((name) => value[name] !== undefined && value[name] !== null);
  if (said !== undefined) return wordsOf(value[said]);
  const texts = Object.values(value).filter(
    (each): each is string => typeof each === 'string' && / /.test(each.trim()),
  );
  return texts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** The cells of a row by the names of their columns: of a list of texts and numbers each is one, a list of texts is one text. */
export function cellsOf(value: unknown): [name: string, words: string][] {
  if (isObject(value)) return fieldsOf(value);
  const isRow = Array.isArray(value) && value.some((each) => typeof each === 'number') && !value.some(isObject);
  return isRow ? value.map((each, at) => [String(at + 1), wordsOf(each)]) : [['', wordsOf(value)]];
}

/** The fields of an object by name, those of objects in it by both names. */
export function fieldsOf(value: Record<string, unknown>, prefix = '', depth = 1): [name: string, words: string][] {
  return Object.entries(value).flatMap(([name, field]): [string, string][] =>
    isObject(field) && depth < DEPTH
      ? fieldsOf(field, `${prefix}${name}.`, depth + 1)
      : [[prefix + name, wordsOf(field)]],
  );
}

/** Makes rows of objects that come in pieces, one after the other. */
export interface ObjectTaker {
  /** Takes a piece of an object. @throws AesopError document-damaged where it is longer than any */
  hold(piece: string): void;
  /** What was held is all of it. @throws AesopError document-damaged */
  take(): void;
}

/**
 * @param columns their names, and where each stands, which grow by what comes up in a later object
 * @param isList a row is a list of their cells
 */
export function objectTaker(
  cells: Cells,
  { names, places }: { readonly names: readonly string[]; readonly places: Places },
  called: Called,
  isList = false,
): ObjectTaker {
  const held = new HeldValue(called, DEEPEST);
  const take = () => {
    const value = held.take();
    if (value === undefined) return;
    if (isList && Array.isArray(value)) return cells.push(value.slice(0, names.length).map(wordsOf));
    const row: string[] = [];
    for (const [name, words] of cellsOf(value)) {
      const place = places.of(name);
      if (place !== undefined) row[place] = words;
    }
    cells.push(row);
  };
  return { hold: held.hold, take };
}

/** Rows of a JSONL file: an object a line. */
export function objectRows({ hold, take }: ObjectTaker): RowParser {
  return {
    async push(piece) {
      let from = 0;
      for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', from)) {
        hold(piece.slice(from, at));
        take();
        from = at + 1;
      }
      hold(piece.slice(from));
    },
    async end() {
      take();
    },
  };
}
