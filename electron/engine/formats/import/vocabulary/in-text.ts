import type { FoundSymbols } from './found-symbols.ts';

const HEADER = 'symbol\tid\tcount';
/** How a table writes what would end a cell or a line. */
const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** Lines of a text; what ends the last one begins no other. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The symbols of a table as we write it; nothing where it is none. */
export function symbolsInTable(text: string): FoundSymbols | undefined {
  if (!text.startsWith(`${HEADER}\n`) && !text.startsWith(`${HEADER}\r\n`)) return undefined;
  const rows = linesOf(text)
    .slice(1)
    .map((line) => line.split('\t'));
  const isRow = ([, id, count]: readonly string[], at: number) => Number(id) === at && /^\d{1,10}$/.test(count ?? '');
  if (!rows.every(isRow)) return undefined;
  const symbols = rows.map(([symbol]) => symbol.replace(/\\[\\tnr]/g, (escape) => ESCAPES[escape]));
  return { form: 'table', symbols, counts: rows.map(([, , count]) => Number(count)) };
}

/** A symbol in each line. */
export const symbolsInLines = (text: string): FoundSymbols => ({ form: 'lines', symbols: linesOf(text) });
