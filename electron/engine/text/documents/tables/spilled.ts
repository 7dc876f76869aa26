import { NUMBER } from './columns.ts';

/** Where the cells go that a row has too many of: nothing held together those of its text. */
export interface Spill {
  readonly column: number;
  /** columns of the table */
  readonly width: number;
}

const LEAST_ROWS = 5;
/** Of a column beside the text, so many cells are as all of them. */
const ALIKE = 0.97;
const CATEGORIES = 0.25;
const LONGEST = 40;
const MOST_WORDS = 3;
const SENTENCE = /[.!?。！？]["'”»]?$/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
const HELD = /^\s*"([^]*)"\s*$/;

/** Spreadsheets write empty cells behind the last one. */
function endOf(row: readonly string[], width: number): number {
  let end = row.length;
  while (end > width && row[end - 1].trim() === '') end--;
  return end;
}

/** A row of as many cells as the table has. */
export function gathered(row: readonly string[], { column, width }: Spill, delimiter: string): string[] {
  const end = endOf(row, width);
  const behind = width - 1 - column;
  const text = row.slice(column, end - behind).join(delimiter);
  const held = end > width ? HELD.exec(text) : null;
  return [...row.slice(0, column), held ? held[1].replaceAll('""', '"') : text, ...row.slice(end - behind, end)];
}

const isShort = (cell: string) =>
  cell.length <= LONGEST && cell.trim().split(/\s+/).length <= MOST_WORDS && !SENTENCE.test(cell.trim());

/** Whether cells are what stands beside a text: `sure` where they are numbers, dates, one of a few words. */
function beside(cells: readonly string[]): 'sure' | 'may' | undefined {
  const share = (is: (cell: string) => boolean) => cells.filter(is).length >= ALIKE * cells.length;
  // in prose a blank stands behind a comma
  if (!share((cell) => !/^\s\S/.test(cell))) return undefined;
  if (share((cell) => NUMBER.test(cell) || DATE.test(cell))) return 'sure';
  if (!share(isShort)) return undefined;
  return new Set(cells).size <= Math.max(2, CATEGORIES * cells.length) ? 'sure' : 'may';
}

/**
 * In which column of a table surplus cells belong: all others must be even where they are left out. Undefined where none is
 * such a column, or several are.
 * @param rows without the names of the columns, none of fewer cells than `width`
 * @param isSure one of the others must be beyond doubt
 */
export function spillOf(rows: readonly (readonly string[])[], width: number, isSure: boolean): Spill | undefined {
  if (rows.length < LEAST_ROWS || rows.some(({ length }) => length < width)) return undefined;
  if (width === 1) return { column: 0, width };
  const ends = [...Array(width).keys()];
  const left = ends.map((at) => beside(rows.map((row) => row[at])));
  const right = ends.map((at) => beside(rows.map((row) => row[endOf(row, width) - width + at])));
  const may = ends.filter((column) => {
    const others = [...left.slice(0, column), ...right.slice(column + 1)];
    return others.every(Boolean) && (!isSure || others.includes('sure'));
  });
  return may.length === 1 ? { column: may[0], width } : undefined;
}
