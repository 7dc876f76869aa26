import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Omissions } from '../omissions.ts';
import { tooLarge, type Called } from '../refusals.ts';
import type { Cells } from '../tables/cells.ts';
import { isWithoutWords } from '../tables/columns.ts';
import { hasHeader, titlesOver } from '../tables/header.ts';
import { Places } from '../tables/places.ts';

/** Rows of a sheet by which it is seen whether the first one names its columns. */
const SAMPLE = 200;
/** Cells of a sheet that wait for the first row with words. */
const WAITING = 500_000;

/** What a column of a sheet is called whose first row does not name them: A to Z, AA and so on. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

interface Reading {
  readonly asked: string | undefined;
  readonly omissions: Omissions;
  readonly called: Called;
}

/** Takes the sheets of a workbook that hold words as one table: columns of the same name are one. */
export class SheetRows {
  readonly #cells: Cells;
  readonly #names: string[];
  readonly #places: Places;
  readonly #omissions: Omissions;
  readonly #takesAll: boolean;
  readonly #called: Called;
  /** of all cells: a text that many of them share is one in the workbook */
  #units = 0;
  #waiting: string[][] = [];
  #cellsWaiting = 0;
  /** of this sheet, once it holds words: where in the table each stands */
  #columns: (number | undefined)[] | undefined;
  /** the first row, where it names the columns; undefined until that is seen */
  #named: string[] | false | undefined;
  #wordless: { named: string[] | false; rows: string[][] } | undefined;
  /** sheets that hold numbers alone, and are left out */
  without = 0;

  /**
   * @param names of the columns, which are put into it as they come
   * @param asked the column that somebody asked for, which may stand in a sheet without words, too
   */
  constructor(cells: Cells, names: string[], { asked, omissions, called }: Reading) {
    this.#cells = cells;
    this.#names = names;
    this.#places = new Places(names, omissions, asked);
    this.#omissions = omissions;
    this.#takesAll = asked !== undefined;
    this.#called = called;
  }

  row(row: string[]): void {
    this.#units += row.reduce((sum, { length }) => sum + length, 0);
    if (this.#units > DOCUMENT_LIMITS.unpacked) throw tooLarge(this.#called, DOCUMENT_LIMITS.unpacked);
    if (!row.some((cell) => cell.trim())) return;
    if (this.#columns) return this.#push(row);
    this.#waiting.push(row);
    if (this.#named === undefined) {
      if (this.#waiting.length === SAMPLE) this.#begin();
    } else if (!isWithoutWords(row)) this.#enter();
    else if ((this.#cellsWaiting += row.length) > WAITING) this.#waiting.pop();
  }

  /** A cell says something in a column so far to the right that it is not read. */
  leaveOut(column: number): void {
    this.#places.leaveOut(letterOf(column));
  }

  endSheet(): void {
    if (this.#named === undefined && this.#waiting.length > 0) this.#begin();
    if (this.#named !== undefined && !this.#columns) {
      this.without++;
      this.#wordless ??= { named: this.#named, rows: this.#waiting };
    }
    this.#waiting = [];
    this.#cellsWaiting = 0;
    this.#columns = this.#named = undefined;
  }

  /** Where no sheet holds words, the first one is the table, which says so. */
  end(): void {
    if (this.#names.length > 0 || !this.#wordless) return;
    ({ named: this.#named, rows: this.#waiting } = this.#wordless);
    this.#enter();
  }

  #begin(): void {
    this.#omissions.add('captions', this.#waiting.splice(0, titlesOver(this.#waiting)).length);
    this.#named = hasHeader(this.#waiting) && (this.#waiting.shift() ?? false);
    if (this.#takesAll || !this.#waiting.every(isWithoutWords)) this.#enter();
  }

  #enter(): void {
    const rows = this.#waiting.splice(0);
    const named = this.#named || undefined;
    const width = rows.reduce((most, { length }) => Math.max(most, length), named?.length ?? 0);
    this.#columns = Array.from({ length: width }, (_, at) => this.#places.of(named?.[at]?.trim() || letterOf(at)));
    for (const row of rows) this.#push(row);
  }

  #push(row: string[]): void {
    const columns = this.#columns ?? [];
    const placed: string[] = [];
    row.forEach((cell, at) => {
      // what is wider than the first rows were
      if (at >= columns.length) columns[at] = this.#places.of(letterOf(at));
      const place = columns[at];
      if (place !== undefined) placed[place] = cell;
    });
    this.#cells.push(placed);
  }
}
