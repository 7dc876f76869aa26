import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import type { Omissions } from '../omissions.ts';
import { endless, type Called } from '../refusals.ts';
import type { SheetRows } from './sheet-rows.ts';

type Attributes = Readonly<Record<string, string>>;

/** What stands in a cell beside its text. */
const LEFT_OUT = new Set(['annotation', 'shapes', 'frame', 'binary-data', 'tracked-changes', 'forms', 'ruby-text']);
/** A row that is written once for many; what is empty is written so for the rest of a sheet. */
const MOST_AGAIN = 1_000;
/** UTF-16 units of all that is written once for many, and what a cell and a row take beside their text. */
const UNITS_AGAIN = 2 * DOCUMENT_LIMITS.record;
const CELL = 8;

/** Far more columns or rows than a sheet has. */
const MOST_TIMES = 1 << 24;
const timesOf = (attribute: string | undefined) =>
  Math.min(MOST_TIMES, Math.max(1, Math.floor(Number(attribute ?? 1)) || 1));

/** The sheets of an OpenDocument spreadsheet. */
export class CalcSheets implements MarkupHandler {
  readonly #rows: SheetRows;
  readonly #called: Called;
  readonly #omissions: Omissions;
  #leftOut = 0;
  #row: string[] = [];
  #column = 0;
  #rowTimes = 1;
  #again = UNITS_AGAIN;
  #cell: { lines: string[]; times: number } | undefined;
  #inLine = false;

  constructor(rows: SheetRows, called: Called, omissions: Omissions) {
    this.#rows = rows;
    this.#called = called;
    this.#omissions = omissions;
  }

  open(name: string, attributes: Attributes) {
    if (this.#leftOut > 0 || LEFT_OUT.has(name)) {
      if (this.#leftOut === 0 && name === 'annotation') this.#omissions.begin('comments');
      this.#leftOut++;
      return;
    }
    if (name === 'table-row') {
      this.#row = [];
      this.#column = 0;
      this.#rowTimes = timesOf(attributes['table:number-rows-repeated']);
    } else if (name === 'table-cell' || name === 'covered-table-cell')
      this.#cell = { lines: [], times: timesOf(attributes['table:number-columns-repeated']) };
    else if (name === 'p' && this.#cell) {
      this.#cell.lines.push('');
      this.#inLine = true;
    } else if (name === 's') this.text(' ');
    else if (name === 'tab') this.text('\t');
    else if (name === 'line-break') this.text('\n');
  }

  close(name: string) {
    if (this.#leftOut > 0) {
      if (--this.#leftOut === 0) this.#omissions.end();
      return;
    }
    if (name === 'p') this.#inLine = false;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#endRow();
    else if (name === 'table') this.#rows.endSheet();
  }

  text(text: string) {
    if (this.#leftOut > 0) return this.#omissions.say(text);
    const lines = this.#cell?.lines;
    if (!lines || !this.#inLine) return;
    lines[lines.length - 1] += text;
    if (lines[lines.length - 1].length > DOCUMENT_LIMITS.record) throw endless(this.#called);
  }

  #endCell() {
    const { lines = [], times = 1 } = this.#cell ?? {};
    this.#cell = undefined;
    const text = lines.join('\n');
    this.#column += times;
    if (this.#column > DOCUMENT_LIMITS.columns && text.trim()) this.#rows.leaveOut(this.#column - 1);
    for (let at = 0; at < times && this.#row.length < DOCUMENT_LIMITS.columns; at++) this.#row.push(text);
  }

  #endRow() {
    while (this.#row.length > 0 && !this.#row[this.#row.length - 1]) this.#row.pop();
    if (!this.#row.some((cell) => cell.trim())) return;
    const units = this.#row.reduce((sum, cell) => sum + cell.length + CELL, CELL);
    const times = Math.min(MOST_AGAIN, this.#rowTimes, 1 + Math.floor(this.#again / units));
    this.#again -= (times - 1) * units;
    for (let at = 0; at < times; at++) this.#rows.row(this.#row);
    this.#omissions.add('rows', this.#rowTimes - times);
  }
}
