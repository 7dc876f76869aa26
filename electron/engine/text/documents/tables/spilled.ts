import type { Delimited } from './delimited.ts';

type Spills = NonNullable<Delimited['spills']>;

/** A number, a date, a label: what stands beside a text and holds no delimiter. */
const LABEL = /^\S{0,40}$/;
/** Share of the rows that must be as they are expected. */
const MOST = 0.95;
/** Share of the rows in which quotation marks hold a cell together: then a row that is too long has cells too many. */
const QUOTED = 0.1;

/** A row whose text was cut at its own commas, with that text in one cell. */
export function putTogether(row: string[], { column, width }: Spills, delimiter: string): string[] {
  const more = row.length - width;
  if (more <= 0) return row;
  const text = row.slice(column, column + more + 1).join(delimiter);
  return [...row.slice(0, column), text, ...row.slice(column + more + 1)];
}

/**
 * Which column holds the delimiter though nothing quotes it: the only one that is no label, where rows are longer than the head.
 * @param rows the first one names the columns
 */
export function spilledIn(
  [names, ...rows]: readonly string[][],
  quoted: number,
  delimiter: string,
): Spills | undefined {
  const width = names.length;
  const most = MOST * rows.length;
  if (width < 2 || quoted > QUOTED * rows.length) return undefined;
  if (!rows.some(({ length }) => length > width) || rows.filter(({ length }) => length >= width).length < most)
    return undefined;
  // the last one is the likeliest
  for (let column = width - 1; column >= 0; column--) {
    const spills = { column, width };
    const whole = rows.map((row) => putTogether(row, spills, delimiter));
    const areLabels = (row: readonly string[]) => row.every((cell, at) => at === column || LABEL.test(cell.trim()));
    if (whole.filter(areLabels).length >= most && whole.some((row) => /\S\s+\S/.test(row[column]))) return spills;
  }
  return undefined;
}
