import { isAscii, isUtf8 } from 'node:buffer';
import { CountingDecoder } from '../counting-decoder.ts';
import type { Encoding } from '../encodings.ts';
import type { StreamDecoder } from '../text-decoder.ts';
import { evidenceIn } from './evidence.ts';
import { joinedLabel } from './label.ts';
import { Languages } from './languages.ts';
import { lineEnd, LONGEST_LINE, wholeLines } from './lines.ts';
import { isRatherUtf8 } from './rather-utf-8.ts';
import { LETTERS, singleLetters } from './single-letters.ts';
import { beginsIn, mayBegin, Stretch } from './stretch.ts';

/** Finds the table of lines that are not UTF-8: that one where it is known, and undefined where they look like no text of it. */
export type FindTable = (bytes: Uint8Array, known: Encoding | undefined) => Encoding | undefined;

/** A stretch of a text that is read in one table. */
export interface Run {
  /** where it begins, in bytes */
  from: number;
  encoding: Encoding;
}

/** So often lines were no text of any table, and the others are not looked at any more. */
const MOST_FAILURES = 8;
/** So often the other table was found again, and is not asked about any more: looking at lines takes its time. */
const MOST_FOUND = 64;
const MARK = Buffer.from('\ufeff');
const NOTHING = new Uint8Array();

/**
 * Reads files that were put together as they were, one in UTF-8 and one in another table, or many of both: lines that do
 * not look like the table read in are held until it is clear whether another has begun. A few places that cannot be read
 * make no other table. It says the same whatever pieces the bytes come in.
 */
export class JoinedDecoder implements StreamDecoder {
  readonly #find: FindTable;
  readonly #first: Encoding;
  /** the one that is not UTF-8, once it is known */
  #table: Encoding | undefined;
  #mode: Encoding;
  #decoder: CountingDecoder;
  #held: Uint8Array = NOTHING;
  /** how many of the bytes that are held were looked at */
  #seen = 0;
  #stretch: Stretch | undefined;
  #failures = 0;
  #found = 0;
  #replaced = 0;
  readonly #languages = new Languages();
  /** bytes that were read */
  #told = 0;
  readonly runs: Run[];

  /**
   * @param first table that the text begins in
   * @param other table that it goes on in, if that is known: one of the two is UTF-8
   */
  constructor(first: Encoding, other: Encoding | undefined, find: FindTable) {
    this.#first = this.#mode = first;
    this.#table = first === 'utf-8' ? other : first;
    this.#find = find;
    this.#decoder = new CountingDecoder(first);
    this.runs = [{ from: 0, encoding: first }];
  }

  /** Both tables, in the order in which they come; or the one that was met. */
  get encoding(): Encoding {
    const other = this.#first === 'utf-8' ? this.#table : 'utf-8';
    return this.runs.length > 1 && other !== undefined ? joinedLabel(this.#first, other) : this.#first;
  }

  /** places that could not be read */
  get replaced(): number {
    return this.#replaced + this.#decoder.replaced;
  }

  decode(bytes: Uint8Array, last: boolean): string {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const end = last ? all.length : wholeLines(all, this.#seen);
    let text = '';
    let told = 0;
    const decide = (to: number, atEnd: boolean) => {
      const from = this.#stretch?.from ?? to;
      if (!this.#stretch || !this.#turns(all.subarray(from, to), this.#stretch, atEnd)) return;
      text += this.#tell(all.subarray(told, from), true);
      told = from;
      this.#turn();
    };
    for (let at = this.#isPlain(all.subarray(this.#seen, end)) ? end : this.#seen; at < end;) {
      const next = Math.min(end, lineEnd(all, at));
      this.#look(all, at, next);
      decide(next, false);
      at = next;
    }
    if (last) decide(end, true);
    const held = last ? end : (this.#stretch?.from ?? end);
    text += this.#tell(all.subarray(told, held), last);
    // a copy: a Buffer's slice would keep the whole piece
    this.#held = Buffer.from(all.subarray(held));
    this.#seen = end - held;
    if (this.#stretch) this.#stretch.from = 0;
    return text;
  }

  /** Whether there is nothing to look at in some lines, as in nearly all texts. */
  #isPlain(bytes: Uint8Array): boolean {
    if (this.#failures >= MOST_FAILURES) return true;
    return this.#stretch === undefined && (this.#mode === 'utf-8' ? isUtf8(bytes) : isAscii(bytes));
  }

  /** Looks at a line: a stretch that is not of the table read in may begin there, go on or turn out to be of it. */
  #look(all: Uint8Array, at: number, next: number) {
    const line = all.subarray(at, next);
    if (!this.#stretch && !mayBegin(line, this.#mode)) return;
    const evidence = evidenceIn(line);
    if (!evidence) return;
    const within = this.#stretch ? undefined : beginsIn(evidence, this.#mode);
    if (within !== undefined) this.#stretch = new Stretch(at + within);
    const its = within ? evidenceIn(line.subarray(within)) : evidence;
    if (its) this.#stretch?.take(its, this.#mode);
    if (this.#stretch?.isOver) this.#stretch = undefined;
  }

  /** Whether it is clear that another table has begun with a stretch, which is given up where it says too little for too long. */
  #turns(bytes: Uint8Array, stretch: Stretch, last: boolean): boolean {
    if (this.#mode !== 'utf-8' && MARK.equals(bytes.subarray(0, MARK.length))) return true;
    if (stretch.isRipe(last) && this.#isOther(bytes)) {
      this.#found++;
      return true;
    }
    if (bytes.length < LONGEST_LINE) return false;
    this.#failures++;
    this.#stretch = undefined;
    return false;
  }

  /** Whether a stretch is text of the table that is not read in. */
  #isOther(bytes: Uint8Array): boolean {
    if (this.#found >= MOST_FOUND) return true;
    if (this.#mode !== 'utf-8') return isRatherUtf8(bytes, this.#mode);
    const found = this.#find(bytes, this.#table);
    this.#table ??= found;
    return found !== undefined;
  }

  #turn() {
    this.#stretch = undefined;
    this.#readAs(this.#mode === 'utf-8' ? (this.#table ?? this.#mode) : 'utf-8');
  }

  #readAs(mode: Encoding) {
    this.#mode = mode;
    this.#replaced += this.#decoder.replaced;
    this.#decoder = new CountingDecoder(this.#mode);
    this.runs.push({ from: this.#told, encoding: this.#mode });
  }

  #tell(bytes: Uint8Array, last: boolean): string {
    if (this.#mode !== 'utf-8') return this.#decoded(bytes, last);
    let text = '';
    const isWhole = !this.#mayHoldLetters || isUtf8(bytes);
    for (let at = 0; at < bytes.length;) {
      const next = isWhole ? bytes.length : lineEnd(bytes, at);
      text += this.#tellLine(bytes.subarray(at, next));
      at = next;
    }
    return last ? text + this.#decoded(NOTHING, true) : text;
  }

  /** Tells lines of UTF-8, or one that may hold letters of another table. */
  #tellLine(bytes: Uint8Array): string {
    this.#languages.read(bytes);
    const letters = this.#mayHoldLetters ? singleLetters(bytes, this.#languages.areWestern) : [];
    let text = '';
    let from = 0;
    for (const at of letters) {
      this.#table = LETTERS;
      text += this.#decoded(bytes.subarray(from, at), true);
      this.#readAs(LETTERS);
      text += this.#decoded(bytes.subarray(at, (from = at + 1)), true);
      this.#readAs('utf-8');
    }
    return text + this.#decoded(bytes.subarray(from), false);
  }

  /** Lines of UTF-8 in a text whose other table, if there is one, is that of the letters. */
  get #mayHoldLetters(): boolean {
    return this.#mode === 'utf-8' && (this.#table ?? LETTERS) === LETTERS;
  }

  #decoded(bytes: Uint8Array, last: boolean): string {
    this.#told += bytes.length;
    return this.#decoder.decode(bytes, last);
  }
}
