import type { SqlTable } from './sql-statements.ts';

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
    this.#known.set(name, columns);
  }

  /** The cells of a table's row, each in the place of its column. */
  placed({ name, columns }: SqlTable, row: readonly string[]): string[] {
    const called = columns.length > 0 ? columns : (this.#known.get(name) ?? []);
    const placed: string[] = [];
    for (const [at, cell] of row.entries()) placed[this.#placeOf(`${name}.${called[at] ?? at + 1}`)] = cell;
    return placed;
  }

  #placeOf(column: string): number {
    let place = this.#places.get(column);
    if (place === undefined) {
      place = this.#names.push(column) - 1;
      this.#places.set(column, place);
    }
    return place;
  }
}
