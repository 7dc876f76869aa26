import type { Spill } from './spilled.ts';

/** How the cells of a table made of text are parted. */
export interface Delimited {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** whether quotation marks hold a cell together */
  readonly quoted: boolean;
  /** which ones; single ones in rows of Python or SQL */
  readonly quote?: '"' | "'";
  /** rows may have more cells than the table, since nothing holds those of its text together */
  readonly spill?: Spill;
  /** a quotation mark within one stands behind a backslash, not twice */
  readonly backslash?: boolean;
  /** blanks stand before the cells, also before their quotation marks */
  readonly spaced?: boolean;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The first rows of a text, as a table of those cells would have them. */
export interface Sample {
  rows: string[][];
  /** cells in quotation marks */
  quoted: number;
  /** a quotation mark is open at the end, or something stands behind a closed one */
  broken: boolean;
}

const ROWS = 200;

/**
 * Parts the beginning of a text into rows.
 * @param whole false: the last row may be torn, and is left out
 */
export function sampleRows(
  text: string,
  { delimiter, quoted, quote = '"', backslash, spaced }: Delimited,
  whole: boolean,
): Sample {
  const sample: Sample = { rows: [], quoted: 0, broken: false };
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0]) sample.rows.push(row);
    row = [];
  };
  while (at < text.length && sample.rows.length < ROWS) {
    let cell: string;
    if (spaced && quoted) while (text[at] === ' ') at++;
    if (quoted && text[at] === quote) {
      let end = text.indexOf(quote, at + 1);
      if (backslash) while (end !== -1 && text[end - 1] === '\\') end = text.indexOf(quote, end + 1);
      else while (end !== -1 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
      if (end === -1) {
        sample.broken = whole;
        return sample;
      }
      cell = text.slice(at + 1, end).replaceAll((backslash ? '\\' : quote) + quote, quote);
      sample.quoted++;
      at = end + 1;
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n') {
        sample.broken = true;
        return sample;
      }
    } else {
      const line = text.indexOf('\n', at);
      const next = text.indexOf(delimiter, at);
      const end = Math.min(line < 0 ? text.length : line, next < 0 ? text.length : next);
      if (end === text.length && !whole) return sample;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === '\n' || at >= text.length) endRow();
    // a delimiter at the very end is followed by an empty cell
    else if (at + 1 === text.length) {
      row.push('');
      endRow();
    }
    at++;
  }
  return sample;
}
