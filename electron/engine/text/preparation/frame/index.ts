import { isBlank, rewritten, type Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { CopyNotes } from './copy-notes.ts';
import { boxOf, headOf, TITLED, titleBefore, titleLines } from './heads.ts';
import { isBetween, isHint, mayTurn } from './hint.ts';
import { Lyrics } from './lyrics.ts';
import { Notices } from './notices.ts';
import { CREDITS, PUBLISHERS, type Publisher } from './publishers.ts';

/** How much is held while a head's last line is waited for, or a tail's end, UTF-16 units. */
const MOST_HELD = 1 << 16;
/** Paragraphs behind a head that may still be credits. */
const MOST_CREDITS = 3;
/** Lines of a tail that needs no proof. */
const BRIEF = 4;
/** Lines that a marker may take, of a book with a long title. */
const MARKER_LINES = 4;
const NOTHING: Line[] = [];

/** A head, a text, a tail, and again a head where several books stand in one file. */
class Frames implements Stage {
  readonly #opening: Opening;
  #state: 'head' | 'credits' | 'text' | 'tail' = 'head';
  #held: Line[] = [];
  #size = 0;
  #opened = new Set<Publisher>();
  /** the publisher of the tail, and whether the tail has shown to be his */
  #tail: Publisher | undefined;
  #proven = false;
  #marker = 0;
  #credits = 0;
  #inCredits = false;
  readonly #lyrics = new Lyrics();
  readonly #notices = new Notices();
  #names: string[] = [];
  /** nothing of the text was seen yet */
  #isAbove = true;
  /** blank lines that come stand on both sides of what was left out */
  #afterNotice = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const song = this.#lyrics.rest(line.text);
    const isPlain = song === line.text;
    if (isPlain && (line.marks & MARKS.bracket) === 0) return this.#look(line);
    const rest = isPlain ? this.#notices.navigation.rest(line.text) : song;
    if (rest === line.text) return this.#look(line);
    if (!isPlain && !this.#names.includes('Genius')) this.#names.push('Genius');
    this.#opening.tally.note(line.text.length - rest.length, line.text, rest);
    this.#look(rewritten(line, rest));
  }

  #look(line: Line): void {
    const { text } = line;
    if (this.#marker > 0) {
      this.#marker = text.includes('***') ? 0 : this.#marker - 1;
      if (!isBlank(line)) return this.#leaveOut([line], 0);
      this.#marker = 0;
    }
    if (this.#state === 'head') this.#inHead(line, isHint(text));
    else if (this.#state === 'tail') this.#inTail(line, isHint(text));
    else this.#inText(line, mayTurn(text));
  }

  #inHead(line: Line, hinted: boolean): void {
    this.#hold(line);
    if (this.#endsBox()) return;
    if (hinted) {
      this.#notices.navigation.see(line.text);
      for (const publisher of PUBLISHERS) {
        if (publisher.starts?.test(line.text) && this.#mayStart(publisher)) return this.#start(publisher, line);
        if (publisher.opens?.test(line.text) || (this.#isFirst && publisher.begins?.test(line.text)))
          this.#opened.add(publisher);
        else if (publisher.ends?.test(line.text)) {
          // what was waited for does not come: this is the end of a text without a head
          this.#held.pop();
          const text = this.#held.findLastIndex((held) => !isBetween(held)) + 1;
          const between = this.#held.splice(text);
          this.#release();
          between.forEach((held) => this.#hold(held));
          return this.#inText(line, true);
        }
      }
    }
    if (this.#size > MOST_HELD) this.#release();
  }

  #mayStart(publisher: Publisher): boolean {
    const { afterOpening, longest = Infinity } = publisher;
    return (
      (!afterOpening || this.#opened.has(publisher)) && this.#held.filter((line) => !isBlank(line)).length <= longest
    );
  }

  /** Whether what is held ends with a publisher's box: it is left out then, and what stands above it is the text's. */
  #endsBox(): boolean {
    const box = boxOf(this.#held);
    if (!box) return false;
    const held = this.#takeHeld();
    this.#passWithoutNotices(held.slice(0, box.first));
    this.#begin(held.slice(box.first), box.publisher);
    return true;
  }

  /** Nothing but blanks is held beside the line that is looked at. */
  get #isFirst(): boolean {
    return this.#held.every((line, at) => at === this.#held.length - 1 || isBlank(line));
  }

  #start(publisher: Publisher, line: Line): void {
    const held = this.#takeHeld();
    const head = headOf(held, publisher);
    this.#passWithoutNotices(held.slice(0, head));
    this.#begin(held.slice(head), publisher);
    this.#marker = /\*{3} ?START (?!.*\*{2})/i.test(line.text) ? MARKER_LINES : 0;
    // a head that ends with who made the file may name more of them below
    this.#inCredits = CREDITS.test(line.text);
  }

  /** Behind a head. */
  #begin(head: readonly Line[], publisher: Publisher): void {
    this.#isAbove = false;
    this.#leaveOut(head, 1, publisher);
    this.#opened.clear();
    this.#state = 'credits';
    this.#credits = 0;
    this.#inCredits = false;
  }

  #inText(line: Line, hinted: boolean): void {
    if (isBetween(line)) {
      this.#inCredits = false;
      if (this.#afterNotice && this.#held.some(isBlank)) return this.#leaveOut([line], 0);
      // blank lines and rules before a tail or behind a head belong to the frame
      this.#hold(line);
      if (this.#size > MOST_HELD) this.#pass(this.#takeHeld());
      return;
    }
    if (hinted && this.#turns(line)) return;
    if (this.#notices.isOne(line.text, hinted)) {
      this.#afterNotice = true;
      return this.#leaveOut([line], 1);
    }
    this.#afterNotice = false;
    if (this.#state === 'credits') {
      if (!this.#inCredits && this.#credits < MOST_CREDITS && CREDITS.test(line.text)) {
        this.#inCredits = true;
        this.#credits++;
      }
      if (this.#inCredits) return this.#leaveOut([...this.#takeHeld(), line], 0);
      this.#state = 'text';
      this.#leaveOut(this.#takeHeld(), 0);
    }
    this.#pass(this.#takeHeld());
    this.#opening.emit(line);
  }

  /** Whether a line of the text is the first of a tail or of another head. */
  #turns(line: Line): boolean {
    for (const publisher of PUBLISHERS) {
      if (publisher.ends?.test(line.text)) {
        if (publisher.endsOnlyItsOwn && !this.#names.includes(publisher.name)) continue;
        this.#state = 'tail';
        this.#tail = publisher;
        this.#proven = publisher.proof ? publisher.proof.test(line.text) : !publisher.mayBeBrief;
        this.#hold(line);
        return true;
      }
      if (publisher.opens?.test(line.text)) {
        this.#pass(this.#takeHeld());
        this.#state = 'head';
        this.#inHead(line, true);
        return true;
      }
    }
    return false;
  }

  #inTail(line: Line, hinted: boolean): void {
    this.#hold(line);
    this.#proven ||= this.#tail?.proof?.test(line.text) ?? false;
    if (hinted) {
      if (this.#tail?.closes?.test(line.text)) {
        this.#leaveOut(this.#takeHeld(), 1, this.#tail);
        this.#state = 'credits';
        this.#credits = MOST_CREDITS;
        return;
      }
      if (this.#tail?.heads && this.#tail.opens?.test(line.text)) return this.#startAgain(this.#tail);
      // the next book's head begins somewhere in what was held, and none of that is text
      const next = PUBLISHERS.find(({ starts, afterOpening }) => !afterOpening && starts?.test(line.text));
      if (next) return this.#start(next, line);
    }
    if (this.#size > MOST_HELD) this.#release();
  }

  /** The head of another book opens behind a tail. */
  #startAgain(publisher: Publisher): void {
    const held = this.#takeHeld();
    const title = titleBefore(held);
    this.#leaveOut(held.slice(0, title), 1, publisher);
    for (const line of held.slice(title)) this.#hold(line);
    this.#opened.add(publisher);
    this.#state = 'head';
  }

  /** A head or a tail is read to its end. */
  busy(): boolean {
    return this.#state !== 'text';
  }

  end(): void {
    const brief = this.#tail?.mayBeBrief === true && this.#held.filter((line) => !isBlank(line)).length <= BRIEF;
    if (this.#state === 'tail' && (this.#proven || brief)) this.#leaveOut(this.#takeHeld(), 1, this.#tail);
    else if (this.#state === 'head') this.#release();
    else this.#pass(this.#takeHeld());
  }

  found() {
    if (this.#opening.tally.places === 0) return undefined;
    return { sure: true, facts: { publisher: this.#names[0] ?? '' } };
  }

  /** What was held is text after all; its lines are not looked at again. */
  #release(): void {
    const held = this.#takeHeld();
    this.#opened.clear();
    this.#state = 'text';
    const above = this.#isAbove ? titleLines(held) : 0;
    this.#isAbove = false;
    this.#leaveOut(held.slice(0, above), 1, TITLED);
    this.#passWithoutNotices(held.slice(above));
  }

  #passWithoutNotices(lines: readonly Line[]): void {
    let afterNotice = false;
    let afterBlank = false;
    for (const line of lines) {
      const isNotices: boolean = isBlank(line)
        ? afterNotice && afterBlank
        : this.#notices.isOne(line.text, isHint(line.text));
      if (isNotices) this.#leaveOut([line], isBlank(line) ? 0 : 1);
      else this.#opening.emit(line);
      afterNotice = isNotices || (afterNotice && isBlank(line));
      if (!isNotices) afterBlank = isBlank(line);
    }
  }

  #hold(line: Line): void {
    this.#held.push(line);
    this.#size += line.text.length + 1;
  }

  #takeHeld(): readonly Line[] {
    if (this.#held.length === 0) return NOTHING;
    const held = this.#held;
    this.#held = [];
    this.#size = 0;
    return held;
  }

  #pass(lines: readonly Line[]): void {
    for (const line of lines) this.#opening.emit(line);
  }

  #leaveOut(lines: readonly Line[], places: number, publisher?: Publisher): void {
    if (lines.length === 0) return;
    if (publisher && !this.#names.includes(publisher.name)) this.#names.push(publisher.name);
    const characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    const telling = lines.filter((line) => !isBlank(line));
    const before = places > 0 ? `${telling[0]?.text ?? ''} … ${telling.at(-1)?.text ?? ''}` : '';
    if (places > 0)
      this.#opening.tally.note(characters, telling.length > 1 ? before : (telling[0]?.text ?? ''), '', places);
    else this.#opening.tally.count(characters, 0);
  }
}

/** Leaves out what a publisher puts round every book: licence, notices, who typed it. */
export const frame: Step = {
  name: 'frame',
  isRare: true,
  leads: 'always',
  open(opening): Stage {
    const notes = new CopyNotes(opening);
    const frames = new Frames({ ...opening, emit: notes.take });
    return {
      line: (line) => frames.line(line),
      busy: () => frames.busy() || notes.isOpen,
      end() {
        frames.end();
        notes.end();
      },
      found: () => frames.found(),
    };
  },
};
