import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Run } from './joined-decoder.ts';
import { BACK, FAR_BACK, hasControls, isLatin, isNarrow, isOfControls, readsAsUtf8 } from './single-bytes.ts';

/** How far before the first byte that is nought a stretch may begin, and how much tells whether one begins or ends. */
const REACH = 1024;
const UNITS = 4;
/** Of the beginning, which says whether the text is one of single bytes. */
const HEAD = 256;
const LEAST_HEAD = 8;
/** The same of another table than UTF-8: so many bytes of UTF-16 hold controls in every script. */
const LEAST_OTHER = 160;
const LINE_END = 10;
/** No text has a unit below it, a tab. */
const LEAST_UNIT = 9;
const NOTHING = new Uint8Array();
const RETURN = Buffer.from([13, 0, LINE_END, 0]);
const [MARK, BIG_MARK] = ['fffe', 'feff'].map((bytes) => Buffer.from(bytes, 'hex'));
const UTF_8_MARK = Buffer.from('\ufeff');
/** Whether a line ends in some bytes as it does in UTF-16. */
const holdLineEnd = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(RETURN);

type Wide = 'utf-16le' | 'utf-16be';
/** How far what is read goes, and where the other way of reading begins, which: UTF-8 where it is none of those. */
interface Next {
  readonly to: number;
  readonly turns: boolean;
  readonly wide?: Wide;
}

/**
 * Writes stretches of UTF-16 in a text of single bytes, or of the two of Chinese tables, as UTF-8: Windows PowerShell appends in UTF-16 (little end
 * first) to whatever a file is in (`>>`). Where no byte is nought, nothing is looked at further. It gives the same
 * whatever pieces the bytes come in.
 */
export class WideStretches {
  #held: Uint8Array = NOTHING;
  /** of those that are held, so many were found to begin no stretch */
  #passed = 0;
  /** bytes before those that are held */
  #at = 0;
  #head: Uint8Array = NOTHING;
  /** undefined as long as no byte was nought */
  #isNarrow: boolean | undefined;
  /** the text begins in another table than UTF-8 */
  #isOther = false;
  #wide: StringDecoder | undefined;
  #bigFirst = false;
  /** nothing of a stretch was written */
  #begins = false;
  /** stretches of either, behind the beginning */
  readonly runs: Run[] = [];

  /** Whether the text is none of single bytes, and is left as it is. */
  get #isOff(): boolean {
    return this.#isNarrow === false;
  }

  push(bytes: Uint8Array): Uint8Array {
    return this.#take(bytes, false);
  }

  end(): Uint8Array {
    return this.#take(NOTHING, true);
  }

  #take(bytes: Uint8Array, last: boolean): Uint8Array {
    if (this.#isOff) return bytes;
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, bytes.subarray(0, HEAD - this.#head.length)]);
    let all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const out: Uint8Array[] = [];
    const give = (to: number) => {
      out.push(
        this.#wide ? this.#written(this.#wide.write(this.#littleFirst(all.subarray(0, to)))) : all.subarray(0, to),
      );
      all = all.subarray(to);
      this.#at += to;
      this.#passed = Math.max(0, this.#passed - to);
    };
    for (let more = true; more;) {
      const next = this.#wide ? this.#narrowIn(all, last) : this.#wideIn(all, last);
      if (this.#isOff) break;
      more = next.turns;
      give(next.to);
      if (more) this.#turn(out, next.wide);
    }
    if (this.#isOff) out.push(all);
    else if (last && this.#wide) out.push(Buffer.from(this.#wide.end()));
    this.#held = this.#isOff ? NOTHING : Uint8Array.from(all);
    return out.length === 1 ? out[0] : Buffer.concat(out);
  }

  /** Without the mark that a stretch may begin with. */
  #written(text: string): Uint8Array {
    const bare = this.#begins && text.startsWith('\ufeff') ? text.slice(1) : text;
    this.#begins &&= text === '';
    return Buffer.from(bare);
  }

  #littleFirst(bytes: Uint8Array): Buffer {
    if (!this.#bigFirst) return Buffer.from(bytes);
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  }

  #turn(out: Uint8Array[], wide: Wide | undefined): void {
    if (this.#wide) out.push(Buffer.from(this.#wide.end()));
    this.#wide = wide && new StringDecoder('utf16le');
    this.#bigFirst = wide === 'utf-16be';
    this.#begins = wide !== undefined;
    // by its mark it is read as UTF-8 however short it is
    if (wide && this.#isOther) out.push(UTF_8_MARK);
    this.runs.push({ from: this.#at, encoding: wide ?? 'utf-8' });
  }

  /** Where a stretch of UTF-16 begins, or up to where none does. */
  #wideIn(all: Uint8Array, last: boolean): Next {
    for (;;) {
      const nought = all.indexOf(0, this.#passed);
      if (nought < 0) {
        this.#passed = all.length;
        return { to: last ? all.length : Math.max(0, all.length - REACH), turns: false };
      }
      const run = this.#runFrom(all, nought - 1);
      if (run.end + FAR_BACK > all.length && !run.isLong && !last)
        return { to: Math.max(0, nought - REACH), turns: false };
      this.#isNarrow ??= this.#beginsNarrow();
      if (!this.#isNarrow) return { to: 0, turns: false };
      const units = all.subarray(Math.max(0, nought - 1), run.end);
      if (run.isLong || this.#isWide(all, nought - 1, run.end) || holdLineEnd(units))
        return this.#beginOf(all, nought - 1);
      // a file may be filled up with them
      for (this.#passed = Math.max(nought + 1, run.end); all[this.#passed] === 0;) this.#passed++;
    }
  }

  /** Where units from a place on end whose second byte is nought, and whether they go on for long. */
  #runFrom(all: Uint8Array, from: number): { end: number; isLong: boolean } {
    let end = Math.max(0, from);
    while (end - from < REACH && all[end] >= LEAST_UNIT && all[end + 1] === 0) end += 2;
    return { end, isLong: end - from >= REACH };
  }

  /** Whether such units are a stretch: enough of them, and single bytes go on behind them at most where a line has ended. */
  #isWide(all: Uint8Array, from: number, end: number): boolean {
    const isWhole = end + 1 >= all.length;
    if (end - from < (isWhole ? UNITS : 2 * UNITS)) return false;
    const behind = all.subarray(end, end + BACK);
    const isEnded = all[end - 2] === LINE_END || (all[end - 2] === RETURN[0] && all[end] === LINE_END);
    const isText = this.#isOther ? !hasControls(all.subarray(end, end + FAR_BACK)) : readsAsUtf8(behind);
    return isEnded || behind.length < 2 || behind.includes(0) || !isText;
  }

  /** Whether the text begins as one of single bytes. */
  #beginsNarrow(): boolean {
    const nought = this.#head.indexOf(0);
    const before = nought < 0 ? this.#head : this.#head.subarray(0, Math.max(0, nought - 1));
    const lines = before.subarray(0, before.lastIndexOf(LINE_END) + 1);
    const head = lines.length >= LEAST_HEAD ? lines : before;
    if (head.length >= LEAST_HEAD && readsAsUtf8(head)) return !isOfControls(head);
    return (this.#isOther = before.length >= LEAST_OTHER && !hasControls(before));
  }

  /** Whether whole lines from a place on, up to the first that none of a text is, are of another table than UTF-8. */
  #areOther(all: Uint8Array, from: number): boolean {
    const begin = from > 0 ? all.indexOf(LINE_END, from) + 1 : 0;
    let end = begin;
    for (;;) {
      const next = all.indexOf(LINE_END, end) + 1;
      if (next <= end || hasControls(all.subarray(end, next))) break;
      end = next;
    }
    const lines = all.subarray(begin, end);
    return lines.length >= LEAST_OTHER && !isUtf8(lines);
  }

  /** Where a stretch begins whose first byte that is nought is known: behind its mark, behind lines that are UTF-8, or there. */
  #beginOf(all: Uint8Array, first: number): Next {
    const begins = (to: number, wide: Wide = 'utf-16le'): Next => ({ to, turns: true, wide });
    const from = Math.max(0, first - REACH);
    const before = Buffer.from(all.buffer, all.byteOffset + from, Math.max(0, first + 1 - from));
    const mark = before.indexOf(MARK);
    if (mark >= 0 && (first - from - mark) % 2 === 0) return begins(from + mark);
    const bigMark = before.indexOf(BIG_MARK);
    if (bigMark >= 0 && (first - from - bigMark) % 2 === 1) return begins(from + bigMark, 'utf-16be');
    this.#isOther ||= this.#areOther(all.subarray(0, first), from);
    const starts: number[] = [];
    // a character may be torn where what is looked at begins
    for (let line = Math.max(from, from > 0 ? all.indexOf(LINE_END, from) + 1 : 0); line < first;) {
      starts.push(line);
      const end = all.subarray(0, first).indexOf(LINE_END, line) + 1 || first;
      const isWide = this.#isOther
        ? hasControls(all.subarray(line, end))
        : !isUtf8(all.subarray(line, end)) && !isLatin(all.subarray(line, first));
      if (isWide) return begins(starts.findLast((start) => (first - start) % 2 === 0) ?? first);
      line = end;
    }
    // its first byte is nought, at the beginning of a line
    const line = all[first] === LINE_END ? first + 1 : starts.at(-1);
    const isBig = line !== undefined && all[line] === 0 && (first + 1 - line) % 2 === 0;
    return isBig ? begins(line, 'utf-16be') : begins(first);
  }

  /** Where single bytes begin again: at the beginning of a line in which none is nought. */
  #narrowIn(all: Uint8Array, last: boolean): Next {
    const whole = all.length - (all.length % 2);
    for (let at = 0; at + 1 < whole; at += 2) {
      const [low, high] = this.#bigFirst ? [at + 1, at] : [at, at + 1];
      if (all[low] !== LINE_END || all[high] !== 0) continue;
      const behind = all.subarray(at + 2, at + 2 + FAR_BACK);
      if (behind.length < FAR_BACK && !last) return { to: at, turns: false };
      if (isNarrow(behind, this.#isOther)) return { to: at + 2, turns: true };
    }
    return { to: last ? all.length : whole, turns: false };
  }
}
