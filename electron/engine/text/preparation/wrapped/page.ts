import { lineOf, type Line } from '../line.ts';
import { Entries } from './entries.ts';
import { measure, TRAITS, type Measured } from './measure.ts';

/** No end that may be a typesetter's. */
export const NONE = -1;

/** A line in so many of those that only name who speaks is one of a play. */
const PLAY = 0.08;
/** Of those who speak in a play, so many at most are heard once. */
const AGAIN = 0.8;
/** So many times as many lines as are kept have room: moving them up costs more than their measures. */
const ROOM = 16;
const NOTHING = lineOf('', true);

/** Lines that are looked at together, each trait in a row of numbers: an object a line would cost more than all the looking. */
export class Lines {
  readonly lines: Line[];
  readonly texts: string[];
  readonly traits: Int32Array;
  readonly length: Int32Array;
  readonly first: Int32Array;
  readonly indent: Int32Array;
  /** for each line the columns that it would have with the first word of the next one, NONE where it ends for itself */
  readonly fit: Int32Array;
  /** the same for the one behind a blank line, once that is asked for */
  readonly fitAcross: Int32Array;
  /** indices of the first line that is not forgotten, and behind the last one */
  start = 0;
  end = 0;
  readonly #entries = new Entries();
  readonly #measured: Measured = { text: '', traits: 0, length: 0, first: 0, indent: 0 };

  /** @param kept most lines that are looked at together */
  constructor(kept: number) {
    const most = kept * ROOM;
    this.lines = new Array<Line>(most).fill(NOTHING);
    this.texts = new Array<string>(most).fill('');
    this.traits = new Int32Array(most);
    this.length = new Int32Array(most);
    this.first = new Int32Array(most);
    this.indent = new Int32Array(most);
    this.fit = new Int32Array(most);
    this.fitAcross = new Int32Array(most);
  }

  add(line: Line): void {
    if (this.end === this.lines.length) this.#moveUp();
    const at = this.end++;
    const measured = this.#measured;
    measure(line, measured);
    this.lines[at] = line;
    this.texts[at] = measured.text;
    this.traits[at] = (measured.traits & TRAITS.label) === 0 ? measured.traits : this.#labelled(measured);
    this.length[at] = measured.length;
    this.first[at] = measured.first;
    this.indent[at] = measured.indent;
    this.fit[at] = NONE;
    if (at > this.start) this.fit[at - 1] = this.fitOf(at - 1, at);
  }

  /** Of a line that begins with a number and a full stop, or as if it did: what that is. */
  #labelled({ text, traits }: Measured): number {
    const kind = this.#entries.take(text);
    return kind === 'first' ? traits : (traits & ~TRAITS.label) | (kind === 'next' ? TRAITS.item : 0);
  }

  /** Forgets the first lines. */
  drop(count: number): void {
    this.start += count;
  }

  #moveUp(): void {
    const { start, end } = this;
    for (const row of [this.traits, this.length, this.first, this.indent, this.fit]) row.copyWithin(0, start, end);
    for (let at = start; at < end; at++) {
      this.lines[at - start] = this.lines[at];
      this.texts[at - start] = this.texts[at];
    }
    this.start = 0;
    this.end -= start;
    this.lines.fill(NOTHING, this.end);
    this.texts.fill('', this.end);
  }

  /** Columns of a line with the first word of another, NONE where the end between them can be nobody's but the author's. */
  fitOf(before: number, after: number): number {
    const { traits, indent } = this;
    if (((traits[before] | traits[after]) & TRAITS.alone) !== 0 || (traits[after] & TRAITS.item) !== 0) return NONE;
    if ((traits[before] & TRAITS.speaker) !== 0) return NONE;
    if ((traits[before] & TRAITS.spoken) !== 0 && !this.texts[after].startsWith('\t')) return NONE;
    // what somebody says begins one of its own, and so does an entry's number
    if ((traits[after] & (TRAITS.speech | TRAITS.label)) !== 0 && (traits[before] & TRAITS.closed) !== 0) return NONE;
    if ((traits[after] & TRAITS.speech) !== 0 && (traits[before] & TRAITS.dash) !== 0) return NONE;
    // a deeper line begins a paragraph, but for the second one of a list's entry
    if (indent[after] > indent[before] && (traits[before] & TRAITS.item) === 0 && (traits[after] & TRAITS.small) === 0)
      return NONE;
    return this.length[before] + ((traits[before] & TRAITS.unspaced) === 0 ? 1 : 0) + this.first[after];
  }

  /** Whether lines can have anything to join: paragraphs of one long line each, with or without blank ones, have not. */
  get hasPairs(): boolean {
    for (let at = this.start, count = 0; at < this.end; at++)
      if ((this.traits[at] & TRAITS.alone) === 0 && ++count > 2) return true;
    return false;
  }

  /** Lines right below another, whatever they are: rows, entries of a list, prose. */
  get neighbours(): number {
    let count = 0;
    for (let at = this.start + 1; at < this.end; at++)
      if (((this.traits[at - 1] | this.traits[at]) & TRAITS.blank) === 0) count++;
    return count;
  }

  /** Whether many lines only name who speaks in the next one; behind a blank one, what is said is a paragraph. */
  get isPlay(): boolean {
    let said = 0;
    let speakers = 0;
    for (let at = this.start; at < this.end; at++) {
      if ((this.traits[at] & TRAITS.blank) === 0) said++;
      if (this.#names(at)) speakers++;
    }
    return speakers > 3 && speakers > PLAY * said && this.#speaksAgain(speakers);
  }

  #names(at: number): boolean {
    const next = at + 1 < this.end ? this.traits[at + 1] : TRAITS.blank;
    return (this.traits[at] & TRAITS.speaker) !== 0 && (next & TRAITS.blank) === 0;
  }

  /** Whether those who speak come again: chapters of a book and lines of a title page do not. */
  #speaksAgain(speakers: number): boolean {
    const names = new Set<string>();
    for (let at = this.start; at < this.end; at++) if (this.#names(at)) names.add(this.texts[at].trim());
    return names.size <= AGAIN * speakers;
  }
}
