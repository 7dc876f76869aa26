import { Json } from '../json/json-walk.ts';
import { cellsOf } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';

const NAMED = /\.json$/i;
/** So many rows say that a document is a table, where its name does not. */
const LEAST_ROWS = 2;
/** Share of a document that is its rows; a few words in a list are settings of some program. */
const LEAST_SHARE = 0.5;

/** A list in a JSON document: the keys by which it is reached, the names of its objects' fields. */
export interface JsonList {
  readonly path: string;
  readonly names: string[];
  /** its rows are lists of cells, whose names stand in another list before them */
  readonly isSplit?: true;
}

/** Programs of one's own leave a comma behind the last row. */
const LAST_COMMA = /,(?=\s*\]\s*$)/;

const MOST_VALUES = 1_000;

interface Seen {
  held: string;
  /** characters of all elements */
  length: number;
  rows: number;
  readonly names: Set<string>;
  /** the first ones */
  readonly values: unknown[];
}

const isRowOf = (row: unknown, columns: readonly unknown[]) => Array.isArray(row) && row.length === columns.length;

/**
 * The list of objects or texts in a JSON document that holds most of its beginning, undefined where that is no such
 * document: an export of a chat has a few words about itself before its messages.
 */
export function jsonListIn({ text, whole }: TextHead, name: string): JsonList | undefined {
  if (!/^\s*[[{]\s*["[{\]}]/.test(text)) return undefined;
  const lists = new Map<string, Seen>();
  const seenAt = (path: string) => {
    let seen = lists.get(path);
    if (!seen) lists.set(path, (seen = { held: '', length: 0, rows: 0, names: new Set(), values: [] }));
    return seen;
  };
  try {
    if (whole) JSON.parse(text.replace(LAST_COMMA, ''));
    new Json({
      takes: (path) => path.endsWith('[]'),
      piece: (path, piece) => {
        const seen = seenAt(path);
        seen.held += piece;
        seen.length += piece.length;
      },
      ended: (path) => {
        const seen = seenAt(path);
        const value: unknown = JSON.parse(seen.held);
        seen.held = '';
        seen.rows++;
        if (seen.values.length < MOST_VALUES) seen.values.push(value);
        for (const [field] of cellsOf(value)) seen.names.add(field);
      },
    }).push(text);
  } catch {
    return undefined;
  }
  const [longest] = [...lists].sort(([, a], [, b]) => b.length - a.length);
  if (!longest) return undefined;
  const [path, { rows, length, names }] = longest;
  if (length < LEAST_SHARE * text.length) return undefined;
  const columns = lists.get('columns[]')?.values ?? [];
  if (path === 'data[]' && columns.length > 0 && lists.get(path)?.values.every((row) => isRowOf(row, columns)))
    return { path, names: columns.map(String), isSplit: true };
  // a long first object may reach beyond the beginning
  return rows >= LEAST_ROWS || NAMED.test(name) ? { path, names: [...names] } : undefined;
}
