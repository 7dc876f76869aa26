import { DELIMITERS, sampleRows, type Delimited } from '../tables/delimited.ts';
import { hasHeader } from '../tables/header.ts';
import type { TextHead } from './decoded-head.ts';
import { arePairs } from './pairs.ts';
import { spilledIn } from './spilled-table.ts';

/** A text as a table whose cells one character parts. */
export type DelimitedTable = Delimited & {
  format: 'csv' | 'tsv';
  names: string[];
  header?: string[];
  begins: number;
};

const NAMED_DELIMITED = /\.(csv|tsv|tab)$/i;
const LEAST_ROWS = 3;
/** Share of rows that may have another number of cells, where the name says that it is a table. */
const UNEVEN = 0.1;
/** The same where quotation marks hold most rows together: programs leave out what is empty at the end of one. */
const MOST_UNEVEN = 0.75;
const DATED = /^\W?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^\d{1,2}:\d{2}(?::\d{2})?$/;

/** How evenly a text falls into rows of several cells. */
function evenness(rows: string[][]): { width: number; uneven: number } {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return { width, uneven: rows.length ? 1 - count / rows.length : 1 };
}

/** Whether a blank stands before most cells but the first, as behind the commas of a sentence. */
function isSpaced(rows: string[][], quoted: number): boolean {
  const behind = rows.flatMap((row) => row.slice(1));
  return behind.filter((cell) => /^ \S/.test(cell)).length > behind.length / 2 && quoted < rows.length;
}

/**
 * Whether rows of even width are a table beyond doubt, without a name that says so: verse and prose may have one comma a
 * line, chats and logs a date before the first.
 */
function isProved(rows: string[][], { delimiter }: Delimited, quoted: number, header: boolean): boolean {
  if (rows.length < LEAST_ROWS) return false;
  const [width] = [rows[0].length];
  if (rows.filter(([first]) => DATED.test(first)).length > rows.length / 2 && !header) return false;
  if (delimiter === '\t') return header || width > 2 || arePairs(rows);
  if (isSpaced(rows, quoted)) return false;
  return header && (width > 2 || quoted >= rows.length / 3);
}

/** What spreadsheets and programs of flash cards write above a table: how its cells are parted. */
const SAYS_HOW = /^(?:sep=([,;|\t])[ \t;,|]*\n|#separator:(tab|comma|semicolon|pipe)[ \t]*\n(?:#[a-z ]{1,30}:.*\n)*)/i;
const SAID_SIGNS: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|' };

/** Most lines of a title above a table. */
const MOST_ABOVE = 10;

/** Whether a table without names of its columns begins with a row in which one cell says what it is. */
const isTitled = (table: DelimitedTable, text: string): boolean =>
  !table.header &&
  text
    .slice(0, text.indexOf('\n'))
    .split(table.delimiter)
    .filter((cell) => cell.trim()).length === 1;

/** A table below a few lines that say what it is, where its name says that there is one. */
function delimitedBelow(head: TextHead, name: string): DelimitedTable | undefined {
  if (!NAMED_DELIMITED.test(name)) return undefined;
  let text = head.text;
  for (let above = 1; above <= MOST_ABOVE && text.includes('\n'); above++) {
    text = text.slice(text.indexOf('\n') + 1);
    const table = text.startsWith('\n') ? undefined : delimitedIn({ ...head, text }, name);
    if (table?.header && table.names.length > 1) return { ...table, begins: 1 + above };
  }
  return undefined;
}

const ways: readonly Omit<Delimited, 'delimiter'>[] = [
  { quoted: true },
  { quoted: false },
  { quoted: true, spaced: true },
  { quoted: true, backslash: true },
  { quoted: true, quote: "'" },
  { quoted: true, quote: "'", spaced: true },
];

/** Whether a text has what a way is for. */
const mayBe = (text: string, delimiter: string, { backslash, spaced, quote = '"' }: Omit<Delimited, 'delimiter'>) =>
  (!backslash || text.includes(`\\${quote}`)) &&
  (!spaced || text.includes(`${delimiter} ${quote}`)) &&
  (quote === '"' || text.includes(`${delimiter}${spaced ? ' ' : ''}${quote}`) || text.startsWith(quote));

function delimitedIn(head: TextHead, name: string): DelimitedTable | undefined {
  const says = SAYS_HOW.exec(head.text);
  const named = says !== null || NAMED_DELIMITED.test(name);
  const text = head.text.slice(says?.[0].length ?? 0);
  const sign = says && (says[1] || SAID_SIGNS[says[2].toLowerCase()]);
  const delimiters = DELIMITERS.filter((each) => !sign || each === sign);
  const forms = delimiters.flatMap((delimiter) =>
    ways.filter((way) => mayBe(text, delimiter, way)).map((way): Delimited => ({ delimiter, ...way })),
  );
  let best: { form: Delimited; rows: string[][]; quoted: number; cost: number; isEven: boolean } | undefined;
  for (const form of forms) {
    const { rows, quoted, broken } = sampleRows(text, form, head.whole);
    const { width, uneven } = evenness(rows);
    if (rows.length < (named ? 1 : LEAST_ROWS) || width < (named && quoted ? 1 : 2)) continue;
    // quotation marks that are whole hold rows of any width together
    const isHeld = form.quoted && !broken && 2 * quoted >= rows.length;
    if (uneven > (named ? (isHeld ? MOST_UNEVEN : UNEVEN) : 0) || (broken && !named)) continue;
    // an apostrophe is one of a word, too
    if (form.quote === "'" && (broken || quoted < rows.length - 1)) continue;
    // quotation marks that hold nothing together are the writer's own
    const cost =
      uneven + (broken ? 1 : 0) + (form.quoted && !quoted ? 0.001 : 0) - (form.quote === "'" ? 0.001 : 0) + (width === 1 ? 0.5 : 0) + 0.1 / width + (form.spaced || form.backslash ? 1e-4 : 0); // prettier-ignore
    if (!best || cost < best.cost) best = { form, rows, quoted, cost, isEven: uneven === 0 && !broken };
  }
  const spilled = best?.isEven ? undefined : spilledIn(text, head.whole, delimiters, named);
  const isSpilled = spilled && (!best || spilled.header || evenness(best.rows).width === spilled.form.spill?.width);
  const chosen = isSpilled ? spilled : best;
  if (!chosen) return undefined;
  const { form, rows, quoted } = chosen;
  const header = hasHeader(rows);
  if (!named && (isSpilled ? isSpaced(rows, quoted) : !isProved(rows, form, quoted, header))) return undefined;
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
    begins: says ? says[0].split('\n').length : 1,
  };
}

/** How a text is a table whose cells one character parts, where its content says so; the name decides only where it may be one. */
export function delimitedTable(head: TextHead, name: string): DelimitedTable | undefined {
  const table = delimitedIn(head, name);
  return table && !isTitled(table, head.text) ? table : (delimitedBelow(head, name) ?? table);
}
