import { isBlank, rewritten, type Line } from './line.ts';
import type { Opening, Stage, Step } from './step.ts';

const ENDS = /^\s*={10}\s*$/;
/** Where in a book, and when: in any language, with a page or a place. */
const WHERE = /^\s*- \D*\d.*\|/;
/** No book is called so. */
const LISTED = /^\s*- /;
const LEAST = 3;
/** 微信读书: how many notes there are, below the book; a mark before each, when somebody thought something of it, and whence it all is. */
const NOTES = /^\s*\d{1,5} ?(?:个|個|条)(?:笔记|筆記)\s*$/;
/** It stands below the book, which stands above all. */
const TITLE = /^\s*[《〈]/;
const LAST_OF_HEAD = 12;
const MARK = /^\s*(?:◆|>>)\s+(?=\S)/;
const LEFT_OUT = /^\s*(?:\d{4}\/\d{1,2}\/\d{1,2} ?(?:发表想法|發表想法)|-{1,2} ?来自微信读书)\s*$/;

class Clippings implements Stage {
  readonly #opening: Opening;
  /** of a clipping that begins: blank lines, the book, the place in it */
  #held: Line[] = [];
  #at: 'begin' | 'book' | 'where' | 'clipping' | 'other' = 'begin';
  /** a bookmark says nothing */
  #says = false;
  #isWeRead = false;
  #lines = 0;
  #hasTitle = false;
  #clippings = 0;
  #others = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    if (this.#at !== 'clipping' && this.#ofWeRead(line)) return;
    if (ENDS.test(line.text)) return this.#ends(line);
    if (this.#at === 'begin') {
      this.#held.push(line);
      if (LISTED.test(line.text)) this.#flush();
      else if (!isBlank(line)) this.#at = 'book';
    } else if (this.#at === 'book' && WHERE.test(line.text)) {
      this.#at = 'where';
      this.#held.push(line);
    } else if (this.#at === 'where' && isBlank(line)) {
      this.#clippings++;
      this.#at = 'clipping';
      this.#says = false;
      this.#leaveOut(line);
    } else if (this.#at === 'clipping') this.#say(line);
    else {
      this.#flush();
      this.#opening.emit(line);
    }
  }

  /** Whether a line is of a reader that writes a book's name once. */
  #ofWeRead(line: Line): boolean {
    const { text } = line;
    this.#lines++;
    this.#hasTitle ||= this.#lines <= LAST_OF_HEAD && TITLE.test(text);
    if (!this.#isWeRead && !(this.#hasTitle && this.#lines <= LAST_OF_HEAD && NOTES.test(text))) return false;
    const isMarked = MARK.test(text);
    if (!this.#isWeRead || LEFT_OUT.test(text)) this.#opening.tally.note(text.length + 1, text, '');
    this.#flush();
    if (isMarked) {
      const said = text.replace(MARK, '');
      this.#clippings++;
      this.#opening.tally.note(text.length - said.length, text, said);
      this.#opening.emit(rewritten(line, said));
    } else if (this.#isWeRead && !LEFT_OUT.test(text)) this.#opening.emit(line);
    this.#isWeRead = true;
    return true;
  }

  gap(): void {
    this.#flush();
  }

  end(): void {
    this.#flush();
  }

  found() {
    if (this.#clippings === 0) return undefined;
    return {
      sure: this.#clippings >= LEAST && this.#clippings > this.#others,
      counts: { clippings: this.#clippings },
    };
  }

  #say(line: Line): void {
    this.#says ||= !isBlank(line);
    if (this.#says) this.#opening.emit(line);
    else this.#opening.tally.count(line.text.length + 1, 0);
  }

  /** What parts two clippings becomes the blank line between them. */
  #ends(line: Line): void {
    if (this.#at === 'clipping') {
      this.#opening.tally.count(line.text.length, 0);
      if (this.#says) this.#opening.emit(rewritten(line, ''));
    } else {
      this.#others++;
      this.#flush();
      this.#opening.emit(line);
    }
    this.#at = 'begin';
  }

  #leaveOut(blank: Line): void {
    const held = [...this.#held.splice(0), blank].map(({ text }) => text);
    const characters = held.reduce((sum, { length }) => sum + length + 1, 0);
    this.#opening.tally.note(characters, held.filter(Boolean).join('⏎'), '');
  }

  #flush(): void {
    for (const line of this.#held.splice(0)) this.#opening.emit(line);
    this.#at = 'other';
  }
}

/** Leaves out of a reader's clippings which book each is from, where it stood and when it was taken. */
export const clippings: Step = {
  name: 'clippings',
  leads: 'where sure',
  open: (opening) => new Clippings(opening),
};
