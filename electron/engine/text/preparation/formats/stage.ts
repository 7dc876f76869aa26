import { lineOf, type Line } from '../line.ts';
import { marksOf } from '../marks.ts';
import type { Found, Opening, Stage } from '../step.ts';
import { isTypeset } from '../typeset.ts';

/** Lines that are nothing to read: those that begin with one, as far as they go. */
export interface Apart {
  readonly kind: string;
  /** where the line behind the first ones stands; behind them, it is read as ever */
  place(line: string): 'inside' | 'last' | 'behind';
  /** without its last line it was no such thing */
  readonly closes: boolean;
  /** its first line is its last */
  readonly isWhole?: boolean;
}

/** How texts of a format are read: some lines at once, where what opens in one closes in another. */
export interface Format {
  /** quick: a line without any of these has nothing of the format */
  readonly marks: number;
  /** @param seen something of the format stood before: what other texts hold too may be of it */
  touches(line: Line, seen: boolean): boolean;
  /** what begins with a line and is left out as a whole */
  apart?(line: string): Apart | undefined;
  /** by how much more is open behind some text than before it; what is open is waited for */
  depth(text: string): number;
  /** @returns what some lines become; undefined where nothing of them is left */
  bare(text: string, evidence: Evidence): string | undefined;
  /** what counts for all of a text */
  isSure(evidence: Evidence): boolean;
  /** too little for a finding */
  isNothing(evidence: Evidence): boolean;
}

/** How often each kind of mark occurred. */
export class Evidence {
  readonly #kinds = new Map<string, number>();
  count(kind: string, times = 1): void {
    if (times > 0) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + times);
  }
  of(kind: string): number {
    return this.#kinds.get(kind) ?? 0;
  }
  get kinds(): number {
    return this.#kinds.size;
  }
  get places(): number {
    return [...this.#kinds.values()].reduce((sum, times) => sum + times, 0);
  }
}

/** What is open is waited for through so many lines and units; then it is taken to be no mark. */
const MOST_LINES = 200;
const MOST_UNITS = 1 << 16;

/** Takes the marks of a format out of a text. */
export class FormatStage implements Stage {
  readonly #opening: Opening;
  readonly #format: Format;
  readonly #evidence = new Evidence();
  readonly #planned: boolean;
  #held: Line[] = [];
  #units = 0;
  #apart: Apart | undefined;
  #depth = 0;

  constructor(opening: Opening, format: Format) {
    this.#opening = opening;
    this.#format = format;
    this.#planned = opening.plan?.found === true;
  }

  line(line: Line): void {
    const none = (line.marks & this.#format.marks) === 0;
    if (none && this.#held.length === 0) return this.#opening.emit(line);
    if (this.#apart) return this.#goOn(this.#apart, line);
    const seen = this.#planned || this.#evidence.kinds > 0;
    if (this.#held.length === 0 && !this.#format.touches(line, seen)) return this.#opening.emit(line);
    this.#apart = this.#held.length === 0 ? this.#format.apart?.(line.text) : undefined;
    if (this.#apart) {
      this.#hold(line);
      if (this.#apart.isWhole) this.#leaveOut(this.#apart);
      return;
    }
    // what closes needs none of the marks of what opens
    this.#depth = Math.max(0, this.#depth + this.#format.depth(line.text));
    this.#hold(line);
    if (this.#depth === 0) this.#take(this.#held);
    else if (!this.#isFull) return;
    else for (const each of this.#held) this.#take([each]);
    this.#clear();
  }

  end(): void {
    if (this.#apart && !this.#apart.closes) return this.#leaveOut(this.#apart);
    for (const each of this.#held) this.#take([each]);
    this.#clear();
  }

  gap(): void {
    this.end();
  }

  found(): Found | undefined {
    if (this.#opening.tally.places === 0 || this.#format.isNothing(this.#evidence)) return undefined;
    // of what they show, such documents tell
    const sure = this.#format.isSure(this.#evidence) && !isTypeset(this.#opening.kind);
    return { sure, plan: { found: true } };
  }

  get #isFull(): boolean {
    return this.#held.length > MOST_LINES || this.#units > MOST_UNITS;
  }

  #hold(line: Line): void {
    this.#held.push(line);
    this.#units += line.text.length;
  }

  #goOn(apart: Apart, line: Line): void {
    const place = apart.place(line.text);
    if (place !== 'behind') this.#hold(line);
    if (place === 'inside' && this.#isFull) {
      for (const each of this.#held) this.#take([each]);
      return this.#clear();
    }
    if (place !== 'inside') this.#leaveOut(apart);
    if (place === 'behind') this.line(line);
  }

  #leaveOut(apart: Apart): void {
    this.#evidence.count(apart.kind);
    const text = this.#held.map((line) => line.text).join('\n');
    this.#opening.tally.note(Math.max(1, text.length + 1), text, '');
    this.#clear();
  }

  #clear(): void {
    this.#apart = undefined;
    this.#held = [];
    this.#units = 0;
    this.#depth = 0;
  }

  #take(lines: readonly Line[]): void {
    const { emit, tally } = this.#opening;
    const before = lines.length === 1 ? lines[0].text : lines.map(({ text }) => text).join('\n');
    const after = before.length > 2 * MOST_UNITS ? before : this.#format.bare(before, this.#evidence);
    if (after === before) return lines.forEach((line) => emit(line));
    const left = after?.trimEnd();
    tally.note(Math.max(1, before.length - (left?.length ?? -1)), before, left ?? '');
    if (left === undefined || (left === '' && before.trim() !== '')) return;
    const last = lines[lines.length - 1];
    const texts = left.split('\n');
    texts.forEach((text, at) => {
      const of = lines[Math.min(at, lines.length - 1)];
      emit(lineOf(text, at < texts.length - 1 || last.ended, marksOf(text), of.typed ?? of.text.length, of.runsOn));
    });
  }
}
