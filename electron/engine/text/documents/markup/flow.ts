const [NOTHING, TAB, LINE, BLANK] = [0, 1, 2, 3];
const SPACES = /[ \t\n\r\f\u00a0]+/g;

/** Where the blanks at the end of a text begin; a pattern takes time by the square of their number. */
function trailing(text: string): number {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}

/**
 * Text put together of paragraphs: one line each, a blank line round headings and where one was left, no blanks at the
 * ends of lines. What parts two words is written only once the next one comes.
 */
export class Flow {
  #ready = '';
  #spaces = '';
  #gap = NOTHING;
  #written = false;
  #rowIsEmpty = true;
  /** paragraphs, headings and lines so far that hold something */
  lines = 0;

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
    this.#widen(this.#gap >= LINE || !this.#written ? BLANK : LINE);
  }

  /** Ends a paragraph, where one is open; in a cell that holds nothing yet, none is. */
  endParagraph() {
    if (this.#gap !== TAB) this.#widen(LINE);
  }

  /** Ends a row of cells, or begins the first one. */
  endRow() {
    this.#rowIsEmpty = true;
    this.#widen(LINE);
  }

  /** Ends a paragraph and leaves one line blank, as round headings. */
  leaveBlank() {
    this.#widen(BLANK);
  }

  /** Parts two cells of a row: what follows the paragraph of one is the next one on the same line. */
  nextCell() {
    if (this.#rowIsEmpty) return;
    if (this.#gap === LINE || this.#gap === NOTHING) this.#gap = this.#written ? TAB : NOTHING;
    this.#spaces = '';
  }

  /** @returns what was put together since the last time */
  take(): string {
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  /** @returns the rest, with the last line ended */
  end(): string {
    this.#spaces = '';
    if (this.#written) this.#ready += '\n';
    return this.take();
  }

  get #isOpen(): boolean {
    return this.#written && this.#gap === NOTHING;
  }

  #widen(gap: number) {
    this.#gap = Math.max(this.#gap, gap);
    this.#spaces = '';
  }

  #put(text: string) {
    const end = trailing(text);
    const words = text.slice(0, end);
    if (words) {
      if (!this.#isOpen) {
        this.lines++;
        if (this.#written) this.#ready += this.#gap === BLANK ? '\n\n' : this.#gap === LINE ? '\n' : '\t';
      }
      this.#ready += this.#spaces + words;
      this.#written = true;
      this.#rowIsEmpty = false;
      this.#gap = NOTHING;
      this.#spaces = '';
    }
    this.#spaces += text.slice(end);
  }
}
