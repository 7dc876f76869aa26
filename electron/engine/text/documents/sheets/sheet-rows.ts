import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Cells } from '../tables/cells.ts';
import { hasHeader } from '../tables/header.ts';

/** Rows of a sheet by which it is seen whether the first one names its columns. */
const SAMPLE = 200;

/** What a column of a sheet is called whose first row does not name them: A to Z, AA and so on. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Takes the sheets of a workbook as one table: columns of the same name are one. */
export class SheetRows {
  readonly #cells: Cells;
  readonly #names: string[];
  readonly #places = new Map<string, number>();
  #waiting: string[][] = [];
  /** of this sheet, once its columns are known: where in the table each stands */
  #columns: (number | undefined)[] | undefined;

  /** @param names of the columns, which are put into it as they come */
  constructor(cells: Cells, names: string[]) {
    this.#cells = cells;
    this.#names = names;
  }

  row(row: string[]): void {
    if (!row.some((cell) => cell.trim())) return;
    if (this.#columns) return this.#push(row);
    this.#waiting.push(row);
    if (this.#waiting.length === SAMPLE) this.#begin();
  }

  endSheet(): void {
    this.#begin();
    this.#columns = undefined;
  }

  #begin(): void {
    const rows = this.#waiting.splice(0);
    const named = hasHeader(rows) ? rows.shift() : undefined;
    const width = rows.reduce((most, { length }) => Math.max(most, length), named?.length ?? 0);
    this.#columns = Array.from({ length: width }, (_, at) => this.#placeOf(named?.[at]?.trim() || letterOf(at)));
    for (const row of rows) this.#push(row);
  }

  #placeOf(name: string): number | undefined {
    const known = this.#places.get(name);
    if (known !== undefined || this.#names.length >= DOCUMENT_LIMITS.columns) return known;
    const place = this.#names.push(name) - 1;
    this.#places.set(name, place);
    return place;
  }

  #push(row: string[]): void {
    const columns = this.#columns ?? [];
    const placed: string[] = [];
    row.forEach((cell, at) => {
      // what is wider than the first rows were
      if (at >= columns.length) columns[at] = this.#placeOf(letterOf(at));
      const place = columns[at];
      if (place !== undefined) placed[place] = cell;
    });
    this.#cells.push(placed);
  }
}
