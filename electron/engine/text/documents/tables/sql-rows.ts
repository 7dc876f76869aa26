import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { endlessRow, unfitRow, type Called } from '../refusals.ts';
import type { Cells } from './cells.ts';
import type { RowParser } from './delimited-rows.ts';
import type { Places } from './places.ts';
import { SqlColumns } from './sql-columns.ts';
import { CopiedLines } from './sql-lines.ts';
import { copiedTo, createdIn, insertsInto, keepsBackslashes, textOf, type SqlTable } from './sql-statements.ts';

/** UTF-16 units of a statement that say which table it is about. */
const LONGEST_HEAD = 1 << 16;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t', 0: '', b: '', Z: '' };

/**
 * The rows that a dump of a database puts into its tables. Each column is called by its table and its own name.
 */
export class SqlRows implements RowParser {
  readonly #cells: Cells;
  readonly #called: Called;
  readonly #columns: SqlColumns;
  /** between rows, or in one */
  #in: 'statement' | 'rows' | 'row' = 'statement';
  #table: SqlTable = { name: '', columns: [] };
  /** of the statement, outside its texts */
  #head = '';
  #row: string[] = [];
  #cell = '';
  #isText = false;
  /** what stands before the cell's text; others behind it are a function's */
  #call = '';
  #isOther = false;
  #depth = 0;
  /** the quotation mark that is open; the sign before, where the next one says what it is */
  #quote = '';
  #before = '';
  /** whether a backslash in texts says what the next sign is, as in MySQL, and in the one that is open */
  #escapes = true;
  #escaped = true;
  #comment = '';
  #lines: CopiedLines | undefined;
  #length = 0;
  #rows = 0;

  constructor(cells: Cells, places: Places, called: Called) {
    this.#cells = cells;
    this.#columns = new SqlColumns(places);
    this.#called = called;
  }

  async push(piece: string): Promise<void> {
    for (let at = 0; at < piece.length; at++) {
      if (this.#lines) at = this.#copied(piece, at, this.#lines);
      else if (this.#quote) at = this.#quoted(piece, at);
      else this.#plain(piece[at]);
    }
  }

  async end(): Promise<void> {
    if (this.#in === 'row') throw unfitRow(this.#called, this.#rows + 1);
  }

  /** Within quotation marks. @returns index of the last unit that was taken */
  #quoted(piece: string, from: number): number {
    const quote = this.#quote;
    if (this.#before === '\\') {
      this.#before = '';
      this.#say(ESCAPED[piece[from]] ?? piece[from]);
      return from;
    }
    if (this.#before === quote) {
      this.#before = '';
      if (piece[from] === quote) this.#say(quote);
      else {
        this.#quote = '';
        this.#plain(piece[from]);
      }
      return from;
    }
    let at = from;
    while (at < piece.length && piece[at] !== quote && !(this.#escaped && piece[at] === '\\')) at++;
    this.#say(piece.slice(from, at));
    if (at < piece.length) this.#before = piece[at];
    return at;
  }

  #say(text: string): void {
    if (this.#in !== 'row') this.#add('', text);
    else if (!this.#isOther) this.#add(text);
  }

  /** @param head of the statement, what is to be added to it instead */
  #add(text: string, head = ''): void {
    this.#length += text.length;
    if (this.#length > DOCUMENT_LIMITS.record) throw this.#endless();
    this.#cell += text;
    if (this.#head.length < LONGEST_HEAD) this.#head += head;
  }

  #endless(): Error {
    return endlessRow(this.#called, this.#rows + 1);
  }

  #plain(sign: string): void {
    if (this.#comment) return this.#inComment(sign);
    const before = this.#before;
    this.#before = '';
    if ((before === '-' && sign === '-') || (before === '/' && sign === '*')) {
      this.#comment = sign === '-' ? '\n' : '*';
      return;
    }
    // what may begin a comment waits for the sign behind it
    if (before) this.#take(before);
    if (sign === '-' || sign === '/') this.#before = sign;
    else this.#take(sign);
  }

  /** Comments go to the end of their line or to their sign. */
  #inComment(sign: string): void {
    const ends = this.#comment === '\n' ? sign === '\n' : this.#before === '*' && sign === '/';
    this.#before = ends ? '' : sign;
    if (ends) this.#comment = '';
  }

  #take(sign: string): void {
    if (sign === "'" || sign === '"' || (sign === '`' && this.#in === 'statement')) this.#openQuote(sign);
    else if (this.#in === 'row') this.#inRow(sign);
    else if (this.#in === 'rows') this.#betweenRows(sign);
    else this.#inStatement(sign);
  }

  #openQuote(sign: string): void {
    const isFirst = this.#in === 'row' && !this.#isText;
    this.#quote = sign;
    this.#escaped = this.#escapes || (isFirst && /^\s*E$/i.test(this.#cell));
    if (this.#in !== 'row') return;
    this.#isOther = !isFirst;
    if (!isFirst) return;
    this.#isText = true;
    this.#call = this.#cell;
    this.#cell = '';
  }

  #inStatement(sign: string): void {
    if (sign === ';') {
      const created = createdIn(this.#head);
      if (created) this.#columns.know(created);
      if (keepsBackslashes(this.#head)) this.#escapes = false;
      const copied = copiedTo(this.#head);
      if (copied) {
        this.#begin(copied);
        this.#lines = new CopiedLines();
      }
      this.#head = '';
    } else if (sign === '(') {
      const into = insertsInto(this.#head);
      if (!into) return this.#add('', sign);
      this.#begin(into);
      this.#in = 'rows';
      this.#betweenRows(sign);
    } else this.#add('', sign);
  }

  #begin(table: SqlTable): void {
    this.#table = table;
    this.#head = '';
  }

  #betweenRows(sign: string): void {
    if (sign === ';') this.#in = 'statement';
    if (sign !== '(') return;
    this.#in = 'row';
    this.#depth = 0;
    this.#row = [];
    this.#length = 0;
    this.#beginCell();
  }

  #beginCell(): void {
    this.#cell = '';
    this.#isText = false;
    this.#isOther = false;
  }

  #inRow(sign: string): void {
    if (this.#depth === 0 && (sign === ',' || sign === ')')) {
      const cell = this.#isText ? textOf(this.#call, this.#cell) : this.#cell.trim();
      this.#row.push(!this.#isText && /^NULL$/i.test(cell) ? '' : cell);
      if (this.#row.length > DOCUMENT_LIMITS.cells) throw this.#endless();
      this.#beginCell();
      if (sign === ',') return;
      this.#in = 'rows';
      this.#give(this.#row);
      return;
    }
    if (sign === '(') this.#depth++;
    else if (sign === ')') this.#depth--;
    if (!this.#isText) this.#add(sign);
  }

  /** Lines of PostgreSQL, up to the one that ends them. @returns index of the last unit that was taken */
  #copied(piece: string, from: number, lines: CopiedLines): number {
    const { at, row, ends } = lines.take(piece, from);
    if (lines.length > DOCUMENT_LIMITS.record || (row && row.length > DOCUMENT_LIMITS.cells)) throw this.#endless();
    if (row) this.#give(row);
    if (ends) this.#lines = undefined;
    return at;
  }

  #give(row: readonly string[]): void {
    this.#rows++;
    this.#cells.push(this.#columns.placed(this.#table, row));
  }
}
