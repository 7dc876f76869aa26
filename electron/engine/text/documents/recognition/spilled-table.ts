import { sampleRows, type Delimited } from '../tables/delimited.ts';
import { hasHeader } from '../tables/header.ts';
import { gathered, spillOf } from '../tables/spilled.ts';

/** A tab is no sign that people write. */
const WRITTEN = new Set([',', ';', '|']);

/** The first rows of a table with surplus cells, put together. */
interface Spilled {
  readonly form: Delimited;
  readonly rows: string[][];
  readonly quoted: number;
  readonly header: boolean;
}

/**
 * A text as a table in which nothing holds the cells of its text together: the names of its columns say how many there
 * are, or the shortest of its rows.
 * @param named whether its name says that it is a table
 */
export function spilledIn(
  text: string,
  whole: boolean,
  delimiters: readonly Delimited['delimiter'][],
  named: boolean,
): Spilled | undefined {
  for (const delimiter of delimiters.filter((each) => WRITTEN.has(each)))
    for (const quoted of [true, false]) {
      const form: Delimited = { delimiter, quoted };
      const sample = sampleRows(text, form, whole);
      const [first, ...rest] = sample.rows;
      if (sample.broken || rest.length === 0 || sample.rows.every(({ length }) => length === first.length)) continue;
      const header = named || first.length > 1 ? spillOf(rest, first.length, !named) : undefined;
      const below = header && rest.map((row) => gathered(row, header, delimiter));
      if (below && hasHeader([first, ...below]))
        return { form: { ...form, spill: header }, rows: [first, ...below], quoted: sample.quoted, header: true };
      const width = sample.rows.reduce((least, { length }) => Math.min(least, length), first.length);
      const spill = named && width > 1 ? spillOf(sample.rows, width, true) : undefined;
      if (spill) {
        const rows = sample.rows.map((row) => gathered(row, spill, delimiter));
        return { form: { ...form, spill }, rows, quoted: sample.quoted, header: false };
      }
    }
  return undefined;
}
