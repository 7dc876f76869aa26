import { DELIMITERS, sampleRows, type Delimited } from '../tables/delimited.ts';
import { hasHeader } from '../tables/header.ts';
import { cellsOf, isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';
import { keyedIn, type KeyedTable } from './json-keyed.ts';
import { jsonListIn } from './json-list.ts';

/** How a text is a table. */
export type TableForm =
  | (Delimited & { format: 'csv' | 'tsv'; names: string[]; header?: string[]; begins: number })
  | { format: 'jsonl'; names: string[]; list?: string; isSplit?: true; shape?: KeyedTable['shape'] };

const NAMED_DELIMITED = /\.(csv|tsv|tab)$/i;
const NAMED_JSON = /\.(jsonl|ndjson|jsonlines)$/i;
const LEAST_ROWS = 3;
/** Share of rows that may have another number of cells, where the name says that it is a table. */
const UNEVEN = 0.1;
const DATED = /^\W?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;

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

/** How evenly a text falls into rows of several cells. */
function evenness(rows: string[][]): { width: number; uneven: number } {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return { width, uneven: rows.length ? 1 - count / rows.length : 1 };
}

/**
 * Whether rows of even width are a table beyond doubt, without a name that says so: verse and prose may have one comma a
 * line, chats and logs a date before the first.
 */
function isProved(rows: string[][], { delimiter }: Delimited, quoted: number, header: boolean): boolean {
  if (rows.length < LEAST_ROWS) return false;
  const [width] = [rows[0].length];
  if (rows.filter(([first]) => DATED.test(first)).length > rows.length / 2 && !header) return false;
  if (delimiter === '\t') return header || width > 2;
  const afterBlank = rows.flatMap((row) => row.slice(1)).filter((cell) => /^ \S/.test(cell)).length;
  if (afterBlank > (rows.length * (width - 1)) / 2 && quoted < rows.length) return false;
  return header && (width > 2 || quoted >= rows.length / 3);
}

/** What spreadsheets write above a table: how its cells are parted. */
const SAYS_HOW = /^sep=([,;|\t])[ \t;,|]*\n/i;

/** Most lines of a title above a table. */
const MOST_ABOVE = 10;

/** Whether a table without names of its columns begins with a row in which one cell says what it is. */
const isTitled = (table: TableForm, text: string): boolean =>
  table.format !== 'jsonl' &&
  !table.header &&
  text
    .slice(0, text.indexOf('\n'))
    .split(table.delimiter)
    .filter((cell) => cell.trim()).length === 1;

/** A table below a few lines that say what it is, where its name says that there is one. */
function delimitedBelow(head: TextHead, name: string): TableForm | undefined {
  if (!NAMED_DELIMITED.test(name)) return undefined;
  let text = head.text;
  for (let above = 1; above <= MOST_ABOVE && text.includes('\n'); above++) {
    text = text.slice(text.indexOf('\n') + 1);
    const table = text.startsWith('\n') ? undefined : delimitedIn({ ...head, text }, name);
    if (table?.format !== 'jsonl' && table?.header && table.names.length > 1) return { ...table, begins: 1 + above };
  }
  return undefined;
}

const ways: readonly Omit<Delimited, 'delimiter'>[] = [
  { quoted: true },
  { quoted: false },
  { quoted: true, spaced: true },
  { quoted: true, backslash: true },
];

function delimitedIn(head: TextHead, name: string): TableForm | undefined {
  const says = SAYS_HOW.exec(head.text);
  const named = says !== null || NAMED_DELIMITED.test(name);
  const text = head.text.slice(says?.[0].length ?? 0);
  const forms = DELIMITERS.filter((each) => !says || each === says[1]).flatMap((delimiter) =>
    ways
      .filter(
        ({ backslash, spaced }) =>
          !(backslash && !text.includes('\\"')) && !(spaced && !text.includes(`${delimiter} "`)),
      )
      .map((way): Delimited => ({ delimiter, ...way })),
  );
  let best: { form: Delimited; rows: string[][]; quoted: number; cost: number } | undefined;
  for (const form of forms) {
    const { rows, quoted, broken } = sampleRows(text, form, head.whole);
    const { width, uneven } = evenness(rows);
    if (rows.length < (named ? 1 : LEAST_ROWS) || width < (named && quoted ? 1 : 2)) continue;
    if (uneven > (named ? UNEVEN : 0) || (broken && !named)) continue;
    // quotation marks that hold nothing together are the writer's own
    const cost =
      uneven + (broken ? 1 : 0) + (form.quoted && !quoted ? 0.001 : 0) + (width === 1 ? 0.5 : 0) + 0.1 / width + (form.spaced || form.backslash ? 1e-4 : 0); // prettier-ignore
    if (!best || cost < best.cost) best = { form, rows, quoted, cost };
  }
  if (!best) return undefined;
  const { form, rows, quoted } = best;
  const header = hasHeader(rows);
  if (!named && !isProved(rows, form, quoted, header)) return undefined;
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const first = rows[0].map((cell) => cell.trim());
  const names = Array.from({ length: width }, (_, at) => (header && first[at]) || String(at + 1));
  const format = form.delimiter === '\t' ? 'tsv' : 'csv';
  // a table whose sample needs no quotation marks may need them further on
  const quotes = form.quoted || !rows.some((row) => row.some((cell) => cell.includes('"')));
  return {
    format,
    ...form,
    quoted: quotes,
    names,
    ...(header && { header: rows[0] }),
    begins: says ? 2 : 1,
  };
}

/** How a text is a table, where its content says so; the name decides only where it may be one. */
export function tableIn(head: TextHead, name: string): TableForm | undefined {
  const lines = objectsIn(head, name);
  if (lines) return lines;
  const keyed = keyedIn(head);
  if (keyed) return { format: 'jsonl', ...keyed };
  const list = jsonListIn(head, name);
  if (list) return { format: 'jsonl', names: list.names, list: list.path, isSplit: list.isSplit };
  const table = delimitedIn(head, name);
  return table && !isTitled(table, head.text) ? table : (delimitedBelow(head, name) ?? table);
}
