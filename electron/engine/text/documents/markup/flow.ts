import { Omissions } from '../omissions.ts';

const [NOTHING, TAB, LINE, BLANK] = [0, 1, 2, 3];
const SPACES = /[ \t\n\r\f\u00a0]+/g;
/** A paragraph as long as this is no stanza, wherever its lines are broken. */
const LONGEST_STANZA = 20_000;

/** Where the blanks at the end of a text begin; a pattern takes time by the square of their number. */
function trailing(text: string): number {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}

/**
 * Text put together of paragraphs: one line each, a blank line round headings, round those of several lines (else nobody
 * could tell where a stanza ends) and where one was left, no blanks at the ends of lines. What parts two words is written
 * only once the next one comes.
 */
export class Flow {
  /** what can no longer change, apart from what can: a long text in which something is put takes time by its length */
  #done = '';
  #ready = '';
  #spaces = '';
  #gap = NOTHING;
  #written = false;
  #rowIsEmpty = true;
  /** the row has several cells */
  #hasCells = false;
  /** where in what is ready the line end stands that parts the lines of a first cell from what was before; else -1 */
  #parts = -1;
  /** where in what is ready a paragraph begins, with its line end, that may turn out to have several lines; else -1 */
  #begins = -1;
  /** the paragraph has several lines */
  #isBroken = false;
  /** a line of it was ended, and what comes next is of it too */
  #breaks = false;
  /** what comes next stands behind a paragraph of several lines */
  #behindLines = false;
  /** a paragraph without words is to be seen */
  #isBlank = false;
  /** paragraphs, headings and lines so far that hold something */
  lines = 0;
  /** what the document holds beside */
  readonly omissions: Omissions;

  constructor(omissions = new Omissions()) {
    this.omissions = omissions;
  }

  /** Text whose blanks are as they stand; line ends in it end lines. */
  keep(text: string) {
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#put(text.slice(from, at));
      this.breakLine();
      from = at + 1;
    }
    this.#put(from ? text.slice(from) : text);
  }

  /** Text in which any blanks, no-break spaces and line ends are one space. */
  collapse(text: string) {
    const plain = text.replace(SPACES, ' ');
    if (!this.#isOpen || this.#spaces) this.#put(plain.startsWith(' ') ? plain.slice(1) : plain);
    else this.#put(plain);
  }

  /** Ends a line, or leaves one blank where it has ended already. */
  breakLine() {
    this.#breaks ||= this.#isOpen;
    this.#widen(this.#gap >= LINE || !this.#written ? BLANK : LINE);
  }

  /** Ends a paragraph, where one is open; in a cell that holds nothing yet, none is. */
  endParagraph() {
    if (this.#gap === TAB) return;
    this.#widen(this.#isBlank ? BLANK : LINE);
    this.#behindLines ||= this.#isBroken;
    this.#forget();
  }

  /** A paragraph without words is to be seen: as a blank line. */
  blankParagraph() {
    if (!this.#isOpen) this.#isBlank = true;
  }

  /** Ends a row of cells, or begins the first one. */
  endRow() {
    if (this.#hasCells) this.#behindLines = this.#isBroken = false;
    this.#rowIsEmpty = true;
    this.#hasCells = false;
    this.#parts = -1;
    this.#widen(LINE);
    this.#forget();
  }

  /** Ends a paragraph and leaves one line blank, as round headings. */
  leaveBlank() {
    this.#widen(BLANK);
    this.#forget();
  }

  /** Parts two cells of a row: what follows the paragraph of one is the next one on the same line. */
  nextCell() {
    this.#forget();
    if (this.#rowIsEmpty) return;
    this.#hasCells = true;
    this.#behindLines = false;
    // lines of a cell are no stanza
    if (this.#parts >= 0) this.#ready = this.#ready.slice(0, this.#parts) + this.#ready.slice(this.#parts + 1);
    this.#parts = -1;
    if (this.#gap === LINE || this.#gap === NOTHING) this.#gap = this.#written ? TAB : NOTHING;
    this.#spaces = '';
  }

  /** @returns what was put together since the last time */
  take(): string {
    if (this.#ready.length - this.#parts > LONGEST_STANZA) this.#parts = -1;
    this.#settle();
    const done = this.#done;
    this.#done = '';
    return done;
  }

  /** @returns the rest, with the last line ended */
  end(): string {
    this.#spaces = '';
    if (this.#written) this.#ready += '\n';
    this.#forget();
    this.#parts = -1;
    return this.take();
  }

  get #isOpen(): boolean {
    return this.#written && this.#gap === NOTHING;
  }

  get #isLong(): boolean {
    return this.#ready.length - this.#begins > LONGEST_STANZA;
  }

  #settle() {
    const end = Math.min(...[this.#begins, this.#parts, this.#ready.length].filter((at) => at >= 0));
    if (end === 0) return;
    this.#done += this.#ready.slice(0, end);
    this.#ready = this.#ready.slice(end);
    if (this.#begins >= 0) this.#begins -= end;
    if (this.#parts >= 0) this.#parts -= end;
  }

  #widen(gap: number) {
    this.#gap = Math.max(this.#gap, gap);
    this.#spaces = '';
  }

  /** The paragraph is over, or none of the kind that may be a stanza. */
  #forget() {
    this.#begins = -1;
    this.#isBroken = this.#breaks = this.#isBlank = false;
  }

  /** Begins a line of its own, or a cell. */
  #part() {
    this.lines++;
    if (this.#breaks) {
      this.#isBroken = true;
      if (this.#begins >= 0 && !this.#isLong && this.#ready[this.#begins + 1] !== '\n') {
        this.#ready = `${this.#ready.slice(0, this.#begins)}\n${this.#ready.slice(this.#begins)}`;
        this.#parts = this.#begins;
      }
      this.#begins = -1;
    }
    const isLine = this.#gap === LINE && this.#written;
    if (isLine && !this.#breaks) this.#begins = this.#ready.length;
    this.#settle();
    if (this.#written) this.#ready += this.#gap === TAB ? '\t' : isLine && !this.#behindLines ? '\n' : '\n\n';
    this.#breaks = this.#behindLines = this.#isBlank = false;
  }

  #put(text: string) {
    const end = trailing(text);
    const words = text.slice(0, end);
    if (words) {
      if (!this.#isOpen) this.#part();
      else if (this.#isLong) this.#begins = -1;
      this.#ready += this.#spaces + words;
      this.#written = true;
      this.#rowIsEmpty = false;
      this.#gap = NOTHING;
      this.#spaces = '';
    }
    this.#spaces += text.slice(end);
  }
}
