import { MARKS } from '../marks.ts';
import { partIndented } from './indented.ts';
import { TRAITS, UNSPACED } from './measure.ts';
import { NONE, type Lines } from './page.ts';

/** What a stretch of a text was wrapped at. */
export interface Width {
  readonly columns: number;
  /** columns by which lines stay below it, or reach over it, where a hand wrapped them */
  readonly slack: number;
}

/** Columns by which a hand that wraps is off now and then: in the midst of a sentence, where nothing else can end, and elsewhere. */
export const OFF_WITHIN = 16;
const OFF_ELSEWHERE = 10;
const OFF = 3;
const OVER = 12;
/** What no line of Chinese or Japanese begins with, and columns of each. */
const HANGING = /[、。，．！？；：」』”’）》】]{1,2}$/;
const WIDE = 2;
const I = /^\s*I(?=[ ’'])/;
const DIVIDED = /\p{L}-$/u;
const DASHED = /^\s*[—–] /;
/** A word, and one that may be a name. */
const WORD = /^\s*[*_]{0,2}["'“‘([«„¿¡]{0,2}[\p{L}\p{N}][^\s/#@<>|=]*(?:\s|$)/u;
const NAME = /^\s*\p{Lu}[\p{L}\p{M}.’'-]{0,40}[^\p{L}\s/#@<>|=]{0,4}(?:\s|$)/u;
/** Who speaks in the next line. */
const SPEAKER = /^\s*\p{Lu}[\p{L} .’'-]{0,30}:\s/u;
/** What may be a glossary's next term behind a sentence: in capitals, or with a colon or a dash behind it. */
const TERM = /^\s*(?:\p{Lu}[\p{Lu}\p{N}]|\S.{0,40}?(?::|\s[-–—=])\s)/u;
/** Columns of a word that can leave room. */
const LEAST_ROOM = 3;
const PARTED_UNSPACED = /[、。，．！？；：…,.;!?។၊။][」』”’）》\s]{0,3}[\p{L}\p{N}]/u;
const PARTED = /[.,;!?،؛؟।۔]\P{L}{0,80} \P{L}{0,80}\p{L}/u;

/** The ends of lines that may be a typesetter's, each by the index of its line. */
export class Ends {
  readonly lines: Lines;
  /** columns that a line would have with the next one's first word, NONE where it ends for itself */
  readonly fit: Int32Array;
  /** lines from one to the next: two where blank ones stand between */
  readonly step: 1 | 2;
  /** those that may be */
  readonly all: readonly number[];

  private constructor(lines: Lines, fit: Int32Array, step: 1 | 2) {
    this.lines = lines;
    this.fit = fit;
    this.step = step;
    this.all = this.among(lines.start, lines.end);
  }

  static close(lines: Lines): Ends {
    partIndented(lines);
    return new Ends(lines, lines.fit, 1);
  }

  /** Between lines with one blank line between them. */
  static acrossBlanks(lines: Lines): Ends {
    const isBlank = (at: number) => (lines.traits[at] & TRAITS.blank) !== 0;
    for (let at = lines.start; at < lines.end; at++) {
      const across = at + 2 < lines.end && isBlank(at + 1) && !isBlank(at) && !isBlank(at + 2);
      lines.fitAcross[at] = across ? lines.fitOf(at, at + 2) : NONE;
    }
    return new Ends(lines, lines.fitAcross, 2);
  }

  among(from: number, to: number): number[] {
    const all: number[] = [];
    for (let at = from; at < to; at++) if (this.fit[at] !== NONE) all.push(at);
    return all;
  }

  /** Traits of the line before an end. */
  before(at: number): number {
    return this.lines.traits[at];
  }
  after(at: number): number {
    return this.lines.traits[at + this.step];
  }

  /** Columns of marks at the end of a line of Chinese or Japanese: none begins with one, so that they may stand behind the edge. */
  #hanging(at: number): number {
    const hangs = TRAITS.unspaced | TRAITS.marked;
    return (this.before(at) & hangs) === hangs ? WIDE * (HANGING.exec(this.lines.texts[at])?.[0].length ?? 0) : 0;
  }

  /** Whether the line was full: at most as wide as all, and too wide for one more word. */
  isFull(at: number, { columns, slack }: Width): boolean {
    return (
      (this.lines.length[at] - this.#hanging(at) <= columns + slack && this.fit[at] > columns - slack) ||
      (this.after(at) & TRAITS.runsOn) !== 0
    );
  }

  /** Ended before it was full, and not at the end of a sentence, where a paragraph may end. */
  isBroken(at: number, width: Width): boolean {
    return (this.before(at) & TRAITS.closed) === 0 && !this.isFull(at, width);
  }

  /**
   * Nearly full: a typesetter's end where all about it are.
   * @param parted whether blank lines alone part paragraphs
   */
  isNearlyFull(at: number, { columns, slack }: Width, parted: boolean): boolean {
    if (this.lines.length[at] > columns + OVER) return false;
    const off = columns - slack - this.fit[at];
    const within = (this.after(at) & TRAITS.small) !== 0 && (this.before(at) & TRAITS.closed) === 0;
    if (within) return off < OFF_WITHIN && !this.#isBetweenDashes(at);
    if (off < OFF) return true;
    if (off >= OFF_ELSEWHERE || (this.after(at) & TRAITS.quote) !== 0 || this.#mayBeVerse(at)) return false;
    const after = this.lines.texts[at + this.step];
    if (TERM.test(after) && ((this.before(at) & TRAITS.closed) !== 0 || SPEAKER.test(after))) return false;
    return (parted && WORD.test(after)) || this.#isBeforeName(at);
  }

  /** Whether the next line begins with a capital, and neither the one before nor the one behind shows that they do not all. */
  #mayBeVerse(at: number): boolean {
    if ((this.after(at) & TRAITS.capital) === 0) return false;
    const behind = at + 2 * this.step;
    const next = behind < this.lines.end ? this.lines.traits[behind] : TRAITS.blank;
    return ((this.before(at) | next) & TRAITS.small) === 0;
  }

  /** Between entries of a list that begin with a dash: they end with a semicolon. */
  #isBetweenDashes(at: number): boolean {
    const { [at]: before, [at + this.step]: after } = this.lines.texts;
    return before.endsWith(';') && DASHED.test(after);
  }

  /** In the midst of a sentence before a word with a capital: a name, a noun of German, an English “I”, which may follow a comma. */
  #isBeforeName(at: number): boolean {
    if ((this.after(at) & TRAITS.capital) === 0) return false;
    const { [at]: before, [at + this.step]: after } = this.lines.texts;
    const isUnmarked = (this.before(at) & TRAITS.marked) === 0;
    if (I.test(after)) return isUnmarked || before.endsWith(',');
    return isUnmarked && NAME.test(after) && /^\p{Ll}/u.test(before.slice(before.lastIndexOf(' ') + 1));
  }

  /** As good as full, where a sentence goes on. */
  isFullWithin(at: number, { columns, slack }: Width): boolean {
    return this.isWithin(at) && this.lines.length[at] <= columns + slack + OFF && this.fit[at] > columns - slack - OFF;
  }

  /** Within a word, or a compound: no verse ends so. */
  isDivided(at: number): boolean {
    return (this.after(at) & TRAITS.small) !== 0 && DIVIDED.test(this.lines.texts[at]);
  }

  /** In the midst of a sentence, to all appearances. */
  isWithin(at: number): boolean {
    return (this.before(at) & TRAITS.marked) === 0 && (this.after(at) & TRAITS.small) !== 0;
  }

  /**
   * Whether a line leaves room at its end, less than its next word takes, and more than what is equally long by itself: rows
   * of a log, verses of a song. Undefined where it could have left none, before a script without blanks or a short word.
   */
  leavesRoom(at: number, { columns }: Width): boolean | undefined {
    const first = this.lines.first[at + this.step];
    if (first < LEAST_ROOM || (this.before(at) & TRAITS.unspaced) !== 0) return undefined;
    return 3 * (columns - this.lines.length[at]) > first;
  }

  /** Whether a sentence ends or is parted in the midst of a line, as happens in prose. */
  isParted(at: number): boolean {
    return (this.lines.lines[at].marks & (MARKS.dot | MARKS.stop)) !== 0 && PARTED.test(this.lines.texts[at]);
  }

  /** The same of a script without blanks. */
  isPartedUnspaced(at: number): boolean {
    return PARTED_UNSPACED.test(this.lines.texts[at]);
  }

  /** Whether it stands within a script without blanks. */
  isUnspaced(at: number): boolean {
    return (this.before(at) & TRAITS.unspaced) !== 0 && UNSPACED.test(this.lines.texts[at + this.step].trimStart()[0]);
  }

  /** Filled up with blanks, so that all lines are equally long. */
  isJustified(at: number): boolean {
    return (this.lines.lines[at].marks & MARKS.blanks) !== 0;
  }

  /** Those that follow one another. */
  paragraphs(): number[][] {
    const paragraphs: number[][] = [];
    for (const at of this.all) {
      if (at >= this.lines.start + this.step && this.fit[at - this.step] !== NONE) paragraphs.at(-1)?.push(at);
      else paragraphs.push([at]);
    }
    return paragraphs;
  }
}
