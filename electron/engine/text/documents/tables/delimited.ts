/** How the cells of a table made of text are parted. */
export interface Delimited {
  readonly delimiter: (typeof DELIMITERS)[number];
  /** whether quotation marks hold a cell together */
  readonly quoted: boolean;
  /** which, where they are not double ones */
  readonly quote?: "'";
  /** a quotation mark within one stands behind a backslash, not twice */
  readonly backslash?: boolean;
  /** blanks stand before the cells, also before their quotation marks */
  readonly spaced?: boolean;
  /** index of a column whose cells hold the delimiter though nothing quotes them, and how many columns there are */
  readonly spills?: { readonly column: number; readonly width: number };
}

/** What no text holds: of Cornell's dialogues from films. */
export const UNMISTAKABLE = ' +++$+++ ';
export const DELIMITERS = [',', ';', '\t', '|', UNMISTAKABLE] as const;

/** The quotation mark that holds a cell together. */
export const markOf = ({ quote }: Delimited): string => quote ?? '"';

/** The first rows of a text, as a table of those cells would have them. */
export interface Sample {
  rows: string[][];
  /** cells in quotation marks */
  quoted: number;
  /** a quotation mark is open at the end, or something stands behind a closed one, which then is a sign of the cell's own */
  broken: boolean;
}

const ROWS = 200;

/**
 * Parts the beginning of a text into rows.
 * @param whole false: the last row may be torn, and is left out
 */
export function sampleRows(text: string, form: Delimited, whole: boolean): Sample {
  const { delimiter, quoted, backslash, spaced } = form;
  const quote = markOf(form);
  const sample: Sample = { rows: [], quoted: 0, broken: false };
  const [one, twice, escaped] = [quote, quote + quote, `\\${quote}`];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0]) sample.rows.push(row);
    row = [];
  };
  const cellEnd = (from: number) => {
    const line = text.indexOf('\n', from);
    const next = text.slice(from, line < 0 ? text.length : line).indexOf(delimiter);
    return next < 0 ? (line < 0 ? text.length : line) : from + next;
  };
  while (at < text.length && sample.rows.length < ROWS) {
    let cell: string | undefined;
    if (spaced && quoted) while (text[at] === ' ') at++;
    const begin = at;
    if (quoted && text[at] === one) {
      let end = text.indexOf(one, at + 1);
      if (backslash) while (end !== -1 && text[end - 1] === '\\') end = text.indexOf(one, end + 1);
      else while (end !== -1 && text[end + 1] === one) end = text.indexOf(one, end + 2);
      if (end === -1) {
        sample.broken = whole;
        return sample;
      }
      cell = text.slice(at + 1, end).replaceAll(backslash ? escaped : twice, one);
      at = end + 1;
      if (at === text.length || text[at] === '\n' || text.startsWith(delimiter, at)) sample.quoted++;
      else {
        sample.broken = true;
        cell = undefined;
      }
    }
    if (cell === undefined) {
      const end = cellEnd(at);
      if (end === text.length && !whole) return sample;
      cell = text.slice(begin, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === '\n' || at >= text.length) {
      endRow();
      at++;
      continue;
    }
    at += delimiter.length;
    // a delimiter at the very end is followed by an empty cell
    if (at === text.length) {
      row.push('');
      endRow();
    }
  }
  return sample;
}
