import { isUtf8 } from 'node:buffer';
import type { OmittedKind } from '../../../../contract/document.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { writtenOver } from '../equation-field.ts';
import { isFramedCap } from '../markup/drop-cap.ts';
import type { Flow } from '../markup/flow.ts';
import { withoutPageNumber } from '../readers/contents-line.ts';
import { endless, tooDeep, type Called } from '../refusals.ts';
import { codePageOf, decodeCodePage, SYMBOLS } from './code-pages.ts';
import type { RtfHandler } from './tokens.ts';
import { CHARACTERS, KEPT, OMITTED, SKIPPED } from './words.ts';

const PAGE_FIELD = /^\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|NOTEREF)\b/i;
const HEADING = /^\s*(heading \d|title|subtitle)\s*;/i;
/** What Scrivener notes in the text itself: where its styles begin and end. */
const SCRIVENER_STYLE = /<!?\$Scr_\w{1,4}::\d{1,4}>/g;
/** The sign of a list, which some programs write as text. */
const BULLET = /^[ \t]*[•·▪◦][ \t]*\t[ \t]*/;

interface Group {
  skipped: boolean;
  /** what is skipped, where the writer would miss it */
  omitted: { kind: OmittedKind; counted: boolean } | undefined;
  /** what a group without text is read for */
  table: '' | 'fonts' | 'styles' | 'field';
  /** characters that stand for one of \u in older programs */
  fallback: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  field: { instruction: string; said: boolean } | undefined;
  style: number;
}

/** Code pages in which any two bytes may be a character. */
const DOUBLE_BYTE = new Set([932, 936, 949, 950]);

/** Puts the text of an RTF document together. */
export class RtfBody implements RtfHandler {
  readonly #flow: Flow;
  readonly #called: Called;
  readonly #groups: Group[] = [];
  readonly #charsets = new Map<number, number>();
  readonly #headings = new Set<number>();
  #group: Group = {
    skipped: false,
    omitted: undefined,
    deleted: false,
    table: '',
    fallback: 1,
    font: 0,
    hidden: false,
    field: undefined,
    style: -1,
  };
  #codePage = 1252;
  /** whether bytes beyond ASCII are UTF-8; undefined while nothing has told */
  #isUtf8: boolean | undefined;
  #defaultFont = 0;
  #bytes: number[] = [];
  #passOver = 0;
  #optional = false;
  #paragraph: string[] = [];
  #says = false;
  #length = 0;
  #contents = false;
  #heading = false;
  /** it stands in a frame before the paragraph that it begins; what the next one begins with has stood in one */
  #isCap = false;
  #isBegun = false;
  #styleName = '';

  /** tabs that stand in the text as they are begin paragraphs, and blanks at its ends are none of it */
  readonly #ofCalibre: boolean;

  constructor(flow: Flow, called: Called, { ofCalibre = false } = {}) {
    this.#flow = flow;
    this.#called = called;
    this.#ofCalibre = ofCalibre;
  }

  open() {
    this.#settle();
    this.#passOver = 0;
    if (this.#groups.length >= DOCUMENT_LIMITS.groups) throw tooDeep(this.#called, DOCUMENT_LIMITS.groups);
    this.#groups.push(this.#group);
    this.#group = { ...this.#group };
    this.#optional = false;
  }

  close() {
    this.#settle();
    this.#passOver = 0;
    if (this.#group.table === 'styles' && HEADING.test(`${this.#styleName};`)) this.#headings.add(this.#group.style);
    this.#styleName = '';
    const { field } = this.#group;
    const outer = this.#groups.pop();
    if (outer) this.#group = outer;
    if (field && field !== outer?.field && !field.said) this.#add(writtenOver(field.instruction));
  }

  word(name: string, value: number | undefined) {
    this.#settle();
    const group = this.#group;
    if (this.#passOver > 0 && name !== 'u') {
      this.#passOver--;
      return;
    }
    if (this.#optional) {
      this.#optional = false;
      if (name === 'fldinst') group.table = 'field';
      if (!KEPT.has(name)) this.#skip(name);
      return;
    }
    if (SKIPPED.has(name)) this.#skip(name);
    else if (name === 'fonttbl' || name === 'stylesheet') {
      group.skipped = true;
      group.omitted = undefined;
      group.table = name === 'fonttbl' ? 'fonts' : 'styles';
    } else if (name === 'fldinst') {
      group.skipped = true;
      group.omitted = undefined;
      group.table = 'field';
    } else if (name === 'field') group.field = { instruction: '', said: false };
    else if (name === 'fldrslt' && /^\s*TOC\b/i.test(group.field?.instruction ?? '')) this.#contents = true;
    else if (name === 'ansicpg' && value) this.#codePage = value;
    else if (name === 'mac') this.#codePage = 10000;
    else if (name === 'pc') this.#codePage = 437;
    else if (name === 'pca') this.#codePage = 850;
    else if (name === 'deff') this.#defaultFont = group.font = value ?? 0;
    else if (name === 'f') group.font = value ?? 0;
    else if (name === 'fcharset' && group.table === 'fonts') this.#charsets.set(group.font, value ?? 0);
    else if (name === 'uc') group.fallback = Math.min(16, Math.max(0, value ?? 1));
    else if (name === 'u') {
      this.#add(String.fromCharCode((value ?? 0) & 0xffff));
      this.#passOver = group.fallback;
    } else if (name === 'v') group.hidden = value !== 0;
    else if (name === 'deleted') group.deleted = value !== 0;
    else if (name === 'plain') {
      group.hidden = group.deleted = false;
      group.font = this.#defaultFont;
    } else if (name === 's') {
      group.style = value ?? 0;
      const heading = this.#headings.has(group.style);
      // before one, it ends no paragraph that is none of its own
      if (group.skipped) return;
      if (this.#ofCalibre && heading) this.#endWords();
      this.#heading = heading;
    } else if (group.skipped) return;
    else if (name === 'pard') this.#heading = this.#isCap = false;
    else if (name === 'dropcapli') this.#isCap = (value ?? 0) > 0;
    else if (name === 'outlinelevel') this.#heading ||= (value ?? 9) < 9;
    else if (name === 'par' || name === 'sect' || name === 'page') this.#endParagraph();
    else if (name === 'line') this.#add('\n');
    else if (name === 'cell' || name === 'nestcell') {
      this.#endParagraph(true);
      this.#flow.nextCell();
    } else if (name === 'row' || name === 'nestrow' || name === 'trowd') {
      if (this.#isBegun) this.#endParagraph();
      this.#flow.endRow();
    } else if (CHARACTERS[name]) this.#add(CHARACTERS[name]);
  }

  sign(sign: string) {
    this.#settle();
    if (this.#passOver > 0) this.#passOver--;
    else if (sign === '*') this.#optional = true;
    else if (sign === '~') this.#add('\u00a0');
    else if (sign === '_') this.#add('-');
    else if (sign === '\\' || sign === '{' || sign === '}') this.#add(sign);
  }

  byte(byte: number) {
    if (this.#passOver > 0) this.#passOver--;
    else this.#keep(byte);
  }

  #keep(byte: number) {
    // a character may be cut where nothing is read, and where a paragraph is refused for its length
    const most = this.#group.skipped ? DOCUMENT_LIMITS.head : DOCUMENT_LIMITS.record;
    if (this.#bytes.length > most) this.#settle();
    this.#bytes.push(byte);
  }

  text(text: string) {
    const passed = Math.min(this.#passOver, text.length);
    this.#passOver -= passed;
    const unread = passed ? text.slice(passed) : text;
    const begins = this.#ofCalibre && unread.startsWith('\t') && !this.#group.skipped;
    if (begins) this.#endWords();
    const rest = begins ? unread.slice(1) : unread;
    if (!rest) return;
    // bytes beyond ASCII may stand there as they are, and a byte in hexadecimal may be the first half of a character
    const isRaw = /[\x80-\xff]/.test(rest);
    if (!this.#bytes.length && isRaw && this.#isWrittenUtf8(rest)) this.#add(Buffer.from(rest, 'latin1').toString());
    else if (this.#bytes.length || isRaw) for (let at = 0; at < rest.length; at++) this.#keep(rest.charCodeAt(at));
    else this.#add(rest);
  }

  /** Pairs of bytes may be characters of both: what more bytes say holds for the rest of the document. */
  #isWrittenUtf8(bytes: string): boolean {
    const fits = isUtf8(Buffer.from(bytes, 'latin1'));
    if (!fits) this.#isUtf8 = false;
    else if (/[\xe0-\xf4]/.test(bytes)) this.#isUtf8 ??= true;
    return fits && (this.#isUtf8 ?? !DOUBLE_BYTE.has(this.#codePage));
  }

  end() {
    this.#settle();
    this.#isCap = false;
    this.#endParagraph();
  }

  #settle() {
    if (!this.#bytes.length) return;
    const charset = this.#charsets.get(this.#group.font) ?? 1;
    const bytes = this.#bytes;
    this.#bytes = [];
    if (charset !== SYMBOLS) this.#add(decodeCodePage(bytes, codePageOf(charset) ?? this.#codePage));
  }

  #add(text: string) {
    const { skipped, omitted, hidden, deleted, table, field } = this.#group;
    const { omissions } = this.#flow;
    if (table === 'field' && field && field.instruction.length < 200) field.instruction += text;
    if (table === 'styles' && this.#styleName.length < 200) this.#styleName += text;
    if (skipped && omitted && !omitted.counted && /\S/.test(text)) {
      omitted.counted = true;
      omissions.add(omitted.kind);
    }
    if (skipped || !this.#groups.length) return;
    if (deleted || hidden) return omissions.piece(deleted ? 'deletions' : 'hidden', text);
    omissions.seen();
    if (text === '' || PAGE_FIELD.test(field?.instruction ?? '')) return;
    if (field && /\S/.test(text)) field.said = true;
    this.#length += text.length + 1;
    if (this.#length > DOCUMENT_LIMITS.record) throw endless(this.#called);
    this.#says ||= text.trim() !== '';
    this.#paragraph.push(text);
  }

  #skip(name: string) {
    this.#group.skipped = true;
    const { [name]: kind } = OMITTED;
    this.#group.omitted = kind && { kind, counted: false };
  }

  /** Ends a paragraph, if one is open. */
  #endWords() {
    if (this.#says) this.#endParagraph();
  }

  #endParagraph(cell = false) {
    const written = this.#paragraph.join('');
    const isCap = this.#isCap && !cell && this.#says && isFramedCap(written);
    this.#isCap = false;
    this.#isBegun = isCap;
    if (isCap) return;
    const joined = this.#ofCalibre ? written.trimStart().replace(/\n[ \t]+/g, '\n') : written;
    this.#paragraph = [];
    this.#says = false;
    this.#length = 0;
    const text = (this.#contents ? withoutPageNumber(joined) : joined).replace(SCRIVENER_STYLE, '');
    this.#contents = /^\s*TOC\b/i.test(this.#group.field?.instruction ?? '');
    if (!text.trim()) {
      if (!cell) this.#flow.breakLine();
      return;
    }
    if (this.#heading) this.#flow.leaveBlank();
    this.#flow.keep(text.replace(BULLET, ''));
    if (this.#heading) this.#flow.leaveBlank();
    else this.#flow.endParagraph();
  }
}
