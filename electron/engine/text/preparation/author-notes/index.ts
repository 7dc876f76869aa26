import { isBlank, rewritten, type Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import { Seam } from '../seam.ts';
import type { Opening, Stage, Step } from '../step.ts';
import {
  IN_BRACKETS,
  isHeading,
  labelOf,
  mayBeLabel,
  OF_ARCHIVE,
  RULE,
  speaksToReaders,
  TAIL,
  TEXT_BEGINS,
  type Label,
} from './labels.ts';
import { isIndented, runsOn, type End, type Note } from './note.ts';

/** How much of what may be a note is held while its end is waited for: lines with something in them, UTF-16 units. */
const MOST_LINES = 60;
const MOST_UNITS = 1 << 13;
/** The same behind a note that may stand amid a chapter, too. */
const MOST_BESIDE = 5;
/** Short lines behind a heading, which may be its title, below which a note still stands over the chapter. */
const UNDER_HEADING = 2;
const LONGEST_TITLE = 60;
const SENTENCE_END = /[.!?…。！？”"」]\s*$/;

class AuthorNotes implements Stage {
  readonly #opening: Opening;
  readonly #seam: Seam;
  #note: Note | undefined;
  /** blank lines since the last line of the note */
  #blanks: Line[] = [];
  #lines = 0;
  #units = 0;
  #ofArchive = false;
  /** lines with something in them behind the last heading */
  #behindHeading = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#seam = new Seam(opening.emit, false);
  }

  line(line: Line): void {
    if (this.#note) return this.#goOn(this.#note, line);
    this.#look(line);
  }

  #look(line: Line): void {
    if (isBlank(line)) return this.#seam.take(line);
    const { text } = line;
    if (mayBeLabel(text)) {
      if (isHeading(text)) this.#behindHeading = -1;
      if (OF_ARCHIVE.test(text)) this.#ofArchive = true;
      const label = labelOf(text, this.#ofArchive);
      if (label) return this.#open(label, line);
    }
    this.#behindHeading += text.length <= LONGEST_TITLE && !SENTENCE_END.test(text) ? 1 : UNDER_HEADING;
    this.#pass(line);
  }

  /** A line without what is said to readers in its midst. */
  #pass(line: Line): void {
    const { text, marks } = line;
    if ((marks & MARKS.slash) === 0 || !/[AT]\/N/.test(text)) return this.#seam.take(line);
    const left = text.replace(IN_BRACKETS, '');
    if (left !== text) this.#opening.tally.note(text.length - left.length, text, left);
    this.#seam.take(left === text ? line : rewritten(line, left));
  }

  #open(label: Label, line: Line): void {
    const isHead = label.at === 'head' || this.#behindHeading < UNDER_HEADING;
    const most = label.alone || (line.marks & MARKS.wide) !== 0 ? MOST_LINES : MOST_BESIDE;
    this.#note = { label, isHead, sure: [line], perhaps: [], most, gap: -1, isIndented: false };
    this.#lines = 0;
    this.#units = line.text.length;
    if (!line.ended || (label.at === 'line' && !runsOn(line))) this.#close('other');
  }

  #goOn(note: Note, line: Line): void {
    if (note.label.at === 'line' && (isBlank(line) || !runsOn(note.sure.at(-1)!))) {
      this.#close('other');
      return this.#look(line);
    }
    if (isBlank(line)) {
      this.#blanks.push(line);
      if (this.#blanks.length > MOST_LINES) this.#release();
      return;
    }
    const { text } = line;
    if (TEXT_BEGINS.test(text)) {
      note.perhaps.push(...this.#blanks.splice(0), line);
      return this.#close('text');
    }
    if (RULE.test(text) && note.perhaps.length === 0) {
      note.sure.push(...this.#blanks.splice(0), line);
      return this.#close('other');
    }
    if (isHeading(text) || TAIL.test(text)) {
      this.#close('heading');
      return this.#look(line);
    }
    const label = mayBeLabel(text) ? labelOf(text, this.#ofArchive) : undefined;
    if (label?.at === 'line' && !note.isHead) {
      note.sure.push(...note.perhaps.splice(0), ...this.#blanks.splice(0), line);
      this.#units += text.length;
      if (this.#units > MOST_UNITS) this.#close('other');
    } else if (label) {
      this.#close(label.at === 'head' || label.at === 'end' ? 'text' : 'other');
      this.#look(line);
    } else this.#take(note, line);
  }

  #take(note: Note, line: Line): void {
    const gap = this.#blanks.length;
    const isFirst = note.label.alone && note.gap < 0 && note.perhaps.length === 0;
    if (isFirst) this.#note = { ...note, gap, isIndented: isIndented(line) && !isIndented(note.sure[0]) };
    const isApart = note.gap >= 0 && gap > note.gap && this.#ofArchive;
    if (isApart || (note.isIndented && !isIndented(line))) {
      this.#close(isApart ? 'text' : 'other');
      return this.line(line);
    }
    const goesOn = isFirst || this.#isOfNote(note, line, gap);
    const into = goesOn && note.perhaps.length === 0 ? note.sure : note.perhaps;
    into.push(...this.#blanks.splice(0), line);
    this.#lines++;
    this.#units += line.text.length;
    if (this.#lines > note.most || this.#units > MOST_UNITS) this.#release();
  }

  /** Whether a line goes on with the note for sure. */
  #isOfNote(note: Note, line: Line, gap: number): boolean {
    const last = note.perhaps.at(-1) ?? note.sure.at(-1)!;
    if (note.isIndented) return true;
    if (gap === 0 && runsOn(last)) return note.perhaps.length === 0;
    return speaksToReaders(line.text);
  }

  /** The note is over before what comes now. */
  #close(end: End): void {
    const note = this.#note!;
    this.#note = undefined;
    const isWhole = end === 'text' || (end === 'heading' && !note.isHead);
    this.#leaveOut(isWhole ? [...note.sure, ...note.perhaps] : note.sure);
    const rest = isWhole ? [] : note.perhaps;
    for (const line of [...rest, ...this.#blanks.splice(0)]) this.#pass(line);
  }

  /** Its end is not in sight: what a label stands above is a chapter then, such as the last of a book. */
  #release(): void {
    const note = this.#note!;
    if (note.label.alone) note.perhaps = [...note.sure.splice(0), ...note.perhaps];
    this.#close('other');
  }

  #leaveOut(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    const characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    const telling = lines.filter((line) => !isBlank(line)).map(({ text }) => text);
    this.#opening.tally.note(characters, telling.join('⏎'), '');
    this.#seam.cut();
  }

  gap(): void {
    this.#end('other');
    this.#behindHeading = MOST_LINES;
  }

  busy(): boolean {
    return this.#note !== undefined;
  }

  end(): void {
    this.#end('heading');
  }

  #end(end: End): void {
    if (this.#note) this.#close(end);
    this.#seam.end();
  }

  found() {
    // they are the writer's own words: only those who ask lose them
    return this.#opening.tally.places > 0 ? { sure: false } : undefined;
  }
}

/** Leaves out what authors say to their readers between chapters, with the summaries of an archive. */
export const authorNotes: Step = { name: 'authornotes', open: (opening) => new AuthorNotes(opening) };
