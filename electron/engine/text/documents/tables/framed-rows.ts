import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { damaged, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';

/** A line that parts the names of columns from rows: `+---+---+` of MySQL, `---+---` of PostgreSQL. */
const RULE = /^\s*\+?-{2,}(?:\+-{2,})*\+?\s*$/;
const ENDS = /^(?:\(\d+ rows?\)|\d+ rows? in set\b.*|Empty set\b.*)$/;

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

/** Rows of such a table; in those of PostgreSQL a plus says that a cell goes on in the next line. */
export function framedRows(cells: Cells, { names, framed }: Framed, called: Called): RowParser {
  const header = names.join('\n');
  let held = '';
  let rows = 0;
  let open: string[] | undefined;
  let length = 0;
  const bounded = (more: number) => {
    length += more;
    if (length > DOCUMENT_LIMITS.record)
      throw damaged(called, message('phrases.row-endless', { row: rows + 1, limit: DOCUMENT_LIMITS.record / 2 ** 20 }));
  };
  const take = (line: string) => {
    const row = isFrameRule(line) || ENDS.test(line.trim()) || !line.trim() ? undefined : framedCells(line, framed);
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
      if (open) cells.push(open);
    },
  };
}
