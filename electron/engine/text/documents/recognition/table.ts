import { sampleJson } from '../json/sample.ts';
import { cellsOf, isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';
import { delimitedTable, type DelimitedTable } from './delimited.ts';
import type { Framed } from '../tables/framed-rows.ts';
import { framedIn } from './framed.ts';
import { keyedIn, type KeyedTable } from './json-keyed.ts';
import { jsonListIn } from './json-list.ts';
import { isSql } from './sql.ts';
import { stackedIn } from './json-stacked.ts';
import { unassigned } from './unassigned.ts';

/** How a text is a table. */
export type TableForm =
  | DelimitedTable
  | { format: 'sql'; names: string[] }
  | (Framed & { format: 'console' })
  | {
      format: 'jsonl';
      names: string[];
      list?: string;
      isSplit?: true;
      shape?: KeyedTable['shape'] | 'stacked';
      /** name of the one that is the text beyond doubt */ column?: string;
    };

/** Where Google Keep has the words of a note, and of a list. */
const NOTED = ['textContent', 'listContent'];
const NAMED_JSON = /\.(jsonl|ndjson|jsonlines)$/i;

function objectsIn({ text, whole }: TextHead, name: string): TableForm | undefined {
  // a line in quotation marks may be somebody's words
  if (!(NAMED_JSON.test(name) ? /^\s*[{["]/ : /^\s*\{/).test(text)) return undefined;
  const lines = text.split('\n');
  if (!whole && lines.length > 1) lines.pop();
  const names = new Set<string>();
  let objects = 0;
  for (const line of lines) {
    if (!line.trim()) continue;
    try {
      const value: unknown = JSON.parse(line);
      if (!isObject(value) && !NAMED_JSON.test(name)) return undefined;
      for (const [field] of cellsOf(value)) names.add(field);
      objects++;
    } catch {
      // the only line of the beginning may be a long one that goes on
      if (lines.length > 1 || whole || !NAMED_JSON.test(name)) return undefined;
    }
  }
  return objects > 1 || NAMED_JSON.test(name) ? { format: 'jsonl', names: [...names] } : undefined;
}

/** A note of Google Keep, each of which is a file: a table of one row. */
function noteIn({ text, whole }: TextHead): TableForm | undefined {
  if (!whole || !text.includes('"userEditedTimestampUsec"')) return undefined;
  const [note, ...others] = sampleJson(text);
  if (!isObject(note) || others.length > 0) return undefined;
  const cells = cellsOf(note);
  const column = NOTED.find((name) => cells.some(([known, words]) => known === name && words.trim()));
  return column === undefined
    ? undefined
    : { format: 'jsonl', shape: 'stacked', names: cells.map(([name]) => name), column };
}

/** How a text is a table, where its content says so; the name decides only where it may be one. */
export function tableIn(head: TextHead, name: string): TableForm | undefined {
  const lines = objectsIn(head, name);
  if (lines) return lines;
  const json = { ...head, text: unassigned(head.text) };
  const note = noteIn(json);
  if (note) return note;
  const keyed = stackedIn(json, name) ?? keyedIn(json);
  if (keyed) return { format: 'jsonl', ...keyed };
  const list = jsonListIn(json, name);
  if (list) return { format: 'jsonl', names: list.names, list: list.path, isSplit: list.isSplit };
  if (isSql(head)) return { format: 'sql', names: [] };
  const framed = framedIn(head);
  return framed ? { format: 'console', ...framed } : delimitedTable(head, name);
}
