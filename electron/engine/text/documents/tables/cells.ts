import { createHash } from 'node:crypto';
import type { DocumentFound } from '../../../../contract/document.ts';
import { AesopError } from '../../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { passageOf } from './passage.ts';
import { isWordless, judgeColumns, likeliest, isWithoutWords } from './columns.ts';
import { SpreadRows } from './spread-rows.ts';

type TableFound = Extract<DocumentFound, { kind: 'table' }>;

/** UTF-16 units of the rows that wait until the column is chosen, by all of them; what a cell takes beside its text. */
const WAITING = 8 * 2 ** 20;
const CELL = 32;
/** Rows with words that are looked at where they are rare. */
const FEW = 1_000;

/** Short for a long passage; that two share one is less likely than a fault of the memory. */
function fingerprint(passage: string): string {
  return passage.length < 24 ? passage : createHash('sha1').update(passage).digest('base64').slice(0, 20);
}

const knownNames = (names: readonly string[]) => names.slice(0, 50).join(', ');

/** Index of the column that somebody asked for, by its name or its number from 1 on. */
function asked(names: readonly string[], column: string, name: string): number {
  const exact = names.indexOf(column);
  if (exact !== -1) return exact;
  const alike = names.findIndex((each) => each.trim().toLowerCase() === column.trim().toLowerCase());
  if (alike !== -1) return alike;
  const number = /^\d+$/.test(column.trim()) ? Number(column) : 0;
  if (number >= 1 && number <= names.length) return number - 1;
  throw new AesopError('column-unknown', { name, column, known: knownNames(names) });
}

/**
 * The passages of a table: the cells of one column in turn, each ended by a line end; where some hold several lines, a
 * blank line parts them.
 */
export class Cells {
  readonly #name: string;
  readonly #format: TableFound['format'];
  readonly #asked: string | undefined;
  readonly #names: string[];
  readonly #sample = new SpreadRows();
  readonly #waiting: string[][] = [];
  #waitingLength = 0;
  #few: string[][] = [];
  #column = -1;
  #between = '';
  #ready = '';
  #rows = 0;
  #cells = 0;
  readonly #different = new Set<string>();

  /** @param names of the columns; for JSONL more are added while its rows come */
  constructor(name: string, format: TableFound['format'], names: string[], column: string | undefined) {
    this.#name = name;
    this.#format = format;
    this.#names = names;
    this.#asked = column;
  }

  /** Takes a row. */
  push(row: string[]) {
    this.#rows++;
    this.#sample.add(row);
    if (this.#column >= 0) return this.#passage(row[this.#column] ?? '');
    this.#waiting.push(row);
    for (const name in row) this.#waitingLength += row[name].length + CELL;
    if (this.#waitingLength > WAITING) this.#relieve();
  }

  /** @returns the passages since the last time */
  take(): string {
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  end(): string {
    if (this.#column < 0) this.#choose();
    return this.take();
  }

  get isEmpty(): boolean {
    return this.#cells === 0;
  }

  found(): TableFound {
    return {
      kind: 'table',
      format: this.#format,
      columns: this.#judged().slice(0, DOCUMENT_LIMITS.columns),
      column: Math.max(0, this.#column),
      rows: this.#rows,
      cells: this.#cells,
      different: this.#different.size < DOCUMENT_LIMITS.different ? this.#different.size : null,
    };
  }

  #judged(): TableFound['columns'] {
    const columns = judgeColumns(this.#names, this.#sample.rows);
    return isWordless(columns) && this.#few.length > 0 ? judgeColumns(this.#names, this.#few) : columns;
  }

  /** Chooses once there are words; rows before them, as far as they cannot wait, are numbers that nobody asked for. */
  #relieve() {
    if (this.#asked !== undefined || !this.#waiting.every(isWithoutWords)) return this.#choose();
    this.#waiting.length = 0;
    this.#waitingLength = 0;
  }

  #choose() {
    // a few words among many numbers may be in none of the rows that are looked at
    if (isWordless(this.#judged())) this.#few = this.#waiting.filter((row) => !isWithoutWords(row)).slice(0, FEW);
    const columns = this.#judged();
    if (this.#asked === undefined && isWordless(columns))
      throw new AesopError('table-wordless', { name: this.#name, known: knownNames(this.#names) });
    this.#column =
      this.#asked === undefined
        ? likeliest(columns.slice(0, DOCUMENT_LIMITS.columns))
        : asked(this.#names, this.#asked, this.#name);
    const rows = this.#waiting.splice(0);
    this.#between = rows.some((row) => this.#textOf(row[this.#column] ?? '').includes('\n')) ? '\n' : '';
    for (const row of rows) this.#passage(row[this.#column] ?? '');
  }

  #textOf(cell: string): string {
    return passageOf(cell, this.#format === 'tsv');
  }

  #passage(cell: string) {
    const passage = this.#textOf(cell);
    if (!passage) return;
    this.#cells++;
    if (this.#different.size < DOCUMENT_LIMITS.different) this.#different.add(fingerprint(passage));
    this.#ready += `${this.#cells > 1 ? this.#between : ''}${passage}\n`;
  }
}
