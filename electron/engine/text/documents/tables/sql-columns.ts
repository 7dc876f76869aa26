import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Places } from './places.ts';
import type { SqlTable } from './sql-statements.ts';

/** Columns that statements say, of all tables. */
const MOST_KNOWN = DOCUMENT_LIMITS.cells;

/** The columns of all tables of a dump beside one another, each called by its table and its own name. */
export class SqlColumns {
  readonly #places: Places;
  readonly #known = new Map<string, readonly string[]>();
  #knownColumns = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  /** A table whose columns a statement says. */
  know({ name, columns }: SqlTable): void {
    this.#knownColumns += columns.length + 1;
    if (this.#knownColumns < MOST_KNOWN) this.#known.set(name, columns);
  }

  /** The cells of a table's row, each in the place of its column. */
  placed({ name, columns }: SqlTable, row: readonly string[]): string[] {
    const called = columns.length > 0 ? columns : (this.#known.get(name) ?? []);
    const placed: string[] = [];
    for (const [at, cell] of row.entries()) {
      const place = this.#places.of(`${name}.${called[at] ?? at + 1}`);
      if (place !== undefined) placed[place] = cell;
    }
    return placed;
  }
}
