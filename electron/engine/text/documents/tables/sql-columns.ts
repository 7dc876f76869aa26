import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { SqlTable } from './sql-statements.ts';

/** Columns of all tables together, and tables of which the columns are known. */
const MOST = 4 * DOCUMENT_LIMITS.columns;

/** The columns of all tables of a dump beside one another, each called by its table and its own name. */
export class SqlColumns {
  readonly #names: string[];
  readonly #known = new Map<string, readonly string[]>();
  readonly #places = new Map<string, number>();

  /** @param names of the columns, which are put into it as they come */
  constructor(names: string[]) {
    this.#names = names;
  }

  /** A table whose columns a statement says. */
  know({ name, columns }: SqlTable): void {
    if (this.#known.size < MOST) this.#known.set(name, columns);
  }

  /** The cells of a table's row, each in the place of its column. */
  placed({ name, columns }: SqlTable, row: readonly string[]): string[] {
    const called = columns.length > 0 ? columns : (this.#known.get(name) ?? []);
    const placed: string[] = [];
    for (const [at, cell] of row.entries()) {
      const place = this.#placeOf(`${name}.${called[at] ?? at + 1}`);
      if (place !== undefined) placed[place] = cell;
    }
    return placed;
  }

  /** @returns undefined where there are more columns than any dump has */
  #placeOf(column: string): number | undefined {
    const known = this.#places.get(column);
    if (known !== undefined || this.#names.length >= MOST) return known;
    const place = this.#names.push(column) - 1;
    this.#places.set(column, place);
    return place;
  }
}
