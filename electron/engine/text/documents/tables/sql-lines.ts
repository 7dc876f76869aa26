import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t', '\\': '\\' };

const cellOf = (cell: string): string =>
  cell === '\\N' ? '' : cell.replace(/\\[nrt\\]/g, ([, sign]) => ESCAPED[sign]);

/** Rows that PostgreSQL writes as lines behind COPY, a tab between cells, up to `\.`. */
export class CopiedLines {
  #line = '';

  /** UTF-16 units of the line that has not ended */
  get length(): number {
    return this.#line.length;
  }

  /** @returns index of the last unit that was taken, the row that ends there, and whether that was the last line of all */
  take(piece: string, from: number): { at: number; row?: readonly string[]; ends?: true } {
    const end = piece.indexOf('\n', from);
    this.#line += piece.slice(from, end < 0 ? undefined : end);
    if (end < 0) return { at: piece.length };
    const line = this.#line;
    this.#line = '';
    if (line === '\\.') return { at: end, ends: true };
    return line === '' ? { at: end } : { at: end, row: line.split('\t', DOCUMENT_LIMITS.cells + 1).map(cellOf) };
  }
}
