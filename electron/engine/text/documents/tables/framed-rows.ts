import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { endlessRow, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';

/** A line that parts the names of columns from rows: `+---+---+` of MySQL, `---+---` of PostgreSQL. */
const RULE = /^\s*\+?-{2,}(?:\+-{2,})*\+?\s*$/;
/** What a terminal says besides: how many rows, in what time, what was asked. */
const BESIDE =
  /^(?:\(\d+ rows?\)|\d+ rows? in set\b.*|Empty set\b.*|Time: .{1,40}|(?:mysql|MariaDB \[[^\]]*\])>(?: .*)?|-> .*|\w{1,60}[=-][#>](?: .*)?)$/;

/** How a database's terminal draws a table. */
export interface Framed {
  readonly names: string[];
  /** bars stand at both ends of a line, too */
  readonly framed: boolean;
}

/** Cells of a line between bars. @returns undefined where it is none */
export function framedCells(line: string, framed: boolean): string[] | undefined {
  const text = line.trimEnd();
  if (framed && !(text.length > 1 && text.startsWith('|') && text.endsWith('|'))) return undefined;
  return (framed ? text.slice(1, -1) : text).split('|').map((cell) => cell.trim());
}

export const isFrameRule = (line: string): boolean => line.includes('+') && RULE.test(line);

/** Whether a line is none of a row. */
export const isBesideRows = (line: string): boolean => isFrameRule(line) || BESIDE.test(line.trim()) || !line.trim();

/** Tells which lines are one row between bars: a text with line ends goes on below, until as many bars have come as a row has. */
export class BarredLines {
  readonly #bars: number;
  #lines: string[] = [];
  #seen = 0;

  /** @param columns of a row */
  constructor(columns: number) {
    this.#bars = columns + 1;
  }

  get isOpen(): boolean {
    return this.#lines.length > 0;
  }

  /** @returns the row that ends with a line */
  take(line: string): string | undefined {
    this.#lines.push(line);
    this.#seen += line.split('|').length - 1;
    return this.#seen >= this.#bars && line.trimEnd().endsWith('|') ? this.end() : undefined;
  }

  end(): string {
    const row = this.#lines.join('\n');
    this.#lines = [];
    this.#seen = 0;
    return row;
  }
}

/**
 * Rows of such a table. In those of PostgreSQL a plus says that a cell goes on in the next line, in those of MySQL it does
 * so where no bar ends the row.
 */
export function framedRows(cells: Cells, { names, framed }: Framed, called: Called): RowParser {
  const header = names.join('\n');
  let held = '';
  let rows = 0;
  let open: string[] | undefined;
  const barred = framed ? new BarredLines(names.length) : undefined;
  let length = 0;
  const bounded = (more: number) => {
    length += more;
    if (length > DOCUMENT_LIMITS.record) throw endlessRow(called, rows + 1);
  };
  const take = (text: string) => {
    if (!barred?.isOpen && (isBesideRows(text) || (framed && !text.startsWith('|')))) return;
    const line = barred ? barred.take(text) : text;
    if (line === undefined) return bounded(text.length);
    const row = framedCells(line, framed);
    if (!row || row.join('\n') === header) return;
    // a bar of the text's own
    if (row.length > names.length) row.push(row.splice(names.length - 1).join(' | '));
    const goesOn = !framed && row.some((cell) => cell.endsWith('+'));
    const lines = goesOn ? row.map((cell) => cell.replace(/(?<!\s)\s*\+$/, '')) : row;
    const whole = open ? open.map((cell, at) => (lines[at] ? `${cell}\n${lines[at]}` : cell)) : lines;
    open = goesOn ? whole : undefined;
    if (open) return bounded(line.length);
    length = 0;
    rows++;
    cells.push(whole);
  };
  return {
    async push(piece) {
      const lines = (held + piece).split('\n');
      held = lines.pop() ?? '';
      if (held.length > DOCUMENT_LIMITS.record) bounded(held.length);
      lines.forEach(take);
    },
    async end() {
      take(held);
      if (barred?.isOpen) cells.push(framedCells(`${barred.end()}|`, framed) ?? []);
      if (open) cells.push(open);
    },
  };
}
