import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import type { Omissions } from '../omissions.ts';
import { endless, tooLarge, type Called } from '../refusals.ts';
import type { SheetRows } from './sheet-rows.ts';

type Attributes = Readonly<Record<string, string>>;

/** The sheets of an Excel workbook that are shown, in their order, by what its relationships call them. */
export class ExcelBook implements MarkupHandler {
  readonly sheets: string[] = [];

  open(name: string, attributes: Attributes) {
    if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
    const id = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'));
    if (id !== undefined) this.sheets.push(attributes[id]);
  }
  close() {}
  text() {}
}

/** Where the parts of a workbook lie. */
export class Relationships implements MarkupHandler {
  readonly #folder: string;
  readonly targets = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: string, { Id, Target = '' }: Attributes) {
    if (name !== 'Relationship' || !Id) return;
    this.targets.set(Id, Target.startsWith('/') ? Target.slice(1) : this.#folder + Target);
  }
  close() {}
  text() {}
}

/** Comments to the cells of a sheet. */
export class SheetComments implements MarkupHandler {
  readonly #omissions: Omissions;

  constructor(omissions: Omissions) {
    this.#omissions = omissions;
  }

  open(name: string) {
    if (name === 'comment') this.#omissions.begin('comments');
  }
  close(name: string) {
    if (name === 'comment') this.#omissions.end();
  }
  text(text: string) {
    this.#omissions.say(text);
  }
}

/** Texts that cells name by their number. Readings above characters are no part of them. */
export class SharedTexts implements MarkupHandler {
  readonly #called: Called;
  readonly texts: string[] = [];
  #text = '';
  #inText = false;
  #aside = 0;

  constructor(called: Called) {
    this.#called = called;
  }

  open(name: string) {
    if (name === 'si') this.#text = '';
    if (name === 'rPh') this.#aside++;
    this.#inText = name === 't' && this.#aside === 0;
  }

  close(name: string) {
    if (name === 'rPh') this.#aside--;
    this.#inText = false;
    if (name !== 'si') return;
    if (this.texts.length >= DOCUMENT_LIMITS.shared) throw tooLarge(this.#called, DOCUMENT_LIMITS.unpacked);
    this.texts.push(this.#text);
  }

  text(text: string) {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
  }
}

/** The column that a cell names, from 0 on: that of `C7` is 2. */
function columnOf(place: string): number | undefined {
  const [letters = ''] = /^[A-Z]{1,4}/.exec(place) ?? [];
  return letters === '' ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** One sheet of an Excel workbook. */
export class ExcelSheet implements MarkupHandler {
  readonly #rows: SheetRows;
  readonly #texts: readonly string[];
  readonly #called: Called;
  #row: string[] = [];
  #column = -1;
  #kind = '';
  #text = '';
  #inText = false;

  constructor(rows: SheetRows, texts: readonly string[], called: Called) {
    this.#rows = rows;
    this.#texts = texts;
    this.#called = called;
  }

  open(name: string, attributes: Attributes) {
    if (name === 'row') {
      this.#row = [];
      this.#column = -1;
    } else if (name === 'c') {
      this.#column = columnOf(attributes.r ?? '') ?? this.#column + 1;
      this.#kind = attributes.t ?? 'n';
      this.#text = '';
    }
    this.#inText = name === 'v' || name === 't';
  }

  close(name: string) {
    this.#inText = false;
    if (name === 'c') this.#cell();
    else if (name === 'row') this.#rows.row(this.#row);
    else if (name === 'sheetData') this.#rows.endSheet();
  }

  text(text: string) {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
  }

  #cell() {
    if (this.#kind === 'e') return;
    if (this.#column >= DOCUMENT_LIMITS.columns) {
      if (this.#text.trim()) this.#rows.leaveOut(this.#column);
      return;
    }
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = this.#kind === 's' ? (this.#texts[Number(this.#text)] ?? '') : this.#text;
  }
}
