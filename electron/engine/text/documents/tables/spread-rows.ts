import { LOOKED_AT } from './columns.ts';

/** Rows that are kept to look at, fewer than twice as many; UTF-16 units of them. */
const LEAST = 1_000;
const MOST_LENGTH = 4 * 2 ** 20;

/** A copy: a part of a text keeps all of it in memory. */
const beginningOf = (cell: string) =>
  cell.length > LOOKED_AT ? Buffer.from(cell.slice(0, LOOKED_AT), 'utf16le').toString('utf16le') : cell;
const lengthOf = (row: readonly string[]) => row.reduce((sum, { length }) => sum + length, 0);

/** Rows from all of a table, as evenly as they come: of many, each second, then each fourth one and so on. */
export class SpreadRows {
  #rows: string[][] = [];
  #length = 0;
  #every = 1;
  #count = 0;

  add(row: readonly string[]): void {
    if (this.#count++ % this.#every !== 0) return;
    const kept = row.map(beginningOf);
    this.#rows.push(kept);
    this.#length += lengthOf(kept);
    if (this.#rows.length >= 2 * LEAST || this.#length > MOST_LENGTH) this.#thin();
  }

  get rows(): readonly (readonly string[])[] {
    return this.#rows;
  }

  #thin(): void {
    this.#rows = this.#rows.filter((_, at) => at % 2 === 0);
    this.#length = this.#rows.reduce((sum, row) => sum + lengthOf(row), 0);
    this.#every *= 2;
  }
}
