import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { joinedLabel } from './label.ts';

/** How far before the first byte that is nought a stretch may begin, and how much tells whether one begins or ends. */
const REACH = 1024;
const UNITS = 4;
const BACK = 16;
/** Of the beginning, which says whether the text is one of single bytes. */
const HEAD = 256;
const LEAST_HEAD = 8;
const LINE_END = 10;
/** The encoding of a text that holds some. */
export const WITH_WIDE = joinedLabel('utf-8', 'utf-16le');
const NOTHING = new Uint8Array();
const RETURN = [13, 0, LINE_END, 0];
const MARK = Buffer.from([0xff, 0xfe]);
/** Bytes of a character of UTF-8 that may be torn at the end of some. */
const TORN = 3;

/** Whether bytes, of which the last character may be torn, are UTF-8. */
const readsAsUtf8 = (bytes: Uint8Array): boolean => {
  for (let torn = 0; torn <= Math.min(TORN, bytes.length); torn++)
    if (isUtf8(bytes.subarray(0, bytes.length - torn))) return true;
  return false;
};

/** Where what was read in one way ends and the other begins, in bytes. */
export interface Width {
  readonly from: number;
  readonly isWide: boolean;
}

/**
 * Writes stretches of UTF-16 (little end first) in a text of ASCII or UTF-8 as UTF-8, too: Windows PowerShell appends
 * in UTF-16 to whatever a file is in (`>>`). Where no byte is nought, nothing is looked at further. It gives the same
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
  #wide: StringDecoder | undefined;
  /** nothing of a stretch was written */
  #begins = false;
  readonly widths: Width[] = [];

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
      out.push(this.#wide ? this.#written(this.#wide.write(Buffer.from(all.subarray(0, to)))) : all.subarray(0, to));
      all = all.subarray(to);
      this.#at += to;
      this.#passed = Math.max(0, this.#passed - to);
    };
    for (let more = true; more;) {
      const next = this.#wide ? this.#narrowIn(all, last) : this.#wideIn(all, last);
      if (this.#isOff) break;
      more = next.turns;
      give(next.to);
      if (more) this.#turn(out);
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

  #turn(out: Uint8Array[]): void {
    if (this.#wide) out.push(Buffer.from(this.#wide.end()));
    this.#wide = this.#wide ? undefined : new StringDecoder('utf16le');
    this.#begins = this.#wide !== undefined;
    this.widths.push({ from: this.#at, isWide: this.#wide !== undefined });
  }

  /** Where a stretch of UTF-16 begins, or up to where none does. */
  #wideIn(all: Uint8Array, last: boolean): { to: number; turns: boolean } {
    for (;;) {
      const nought = all.indexOf(0, this.#passed);
      if (nought < 0) {
        this.#passed = all.length;
        return { to: last ? all.length : Math.max(0, all.length - REACH), turns: false };
      }
      const behind = nought - 1 + 2 * UNITS;
      if (behind > all.length && !last) return { to: Math.max(0, nought - REACH), turns: false };
      const isWide = this.#isWideAt(all.subarray(Math.max(0, nought - 1), behind));
      this.#isNarrow ??= this.#beginsNarrow();
      if (!this.#isNarrow) return { to: 0, turns: false };
      const begin = this.#beginOf(all, nought - 1);
      if (isWide || (begin < nought - 1 && this.#endsLine(all, nought - 1))) return { to: begin, turns: true };
      // a file may be filled up with them
      for (this.#passed = nought + 1; all[this.#passed] === 0;) this.#passed++;
    }
  }

  /** Whether the text begins as one of single bytes. */
  #beginsNarrow(): boolean {
    const nought = this.#head.indexOf(0);
    const before = nought < 0 ? this.#head : this.#head.subarray(0, Math.max(0, nought - 1));
    const lines = before.subarray(0, before.lastIndexOf(LINE_END) + 1);
    const head = lines.length >= LEAST_HEAD ? lines : before;
    return head.length >= LEAST_HEAD && readsAsUtf8(head);
  }

  #isWideAt(bytes: Uint8Array): boolean {
    if (bytes.length < UNITS) return false;
    for (let at = 0; at + 1 < bytes.length; at += 2) if (bytes[at] < 9 || bytes[at + 1] !== 0) return false;
    return true;
  }

  /** Whether a line ends as it does in UTF-16. */
  #endsLine(all: Uint8Array, at: number): boolean {
    return RETURN.every((byte, place) => all[at + place] === byte);
  }

  /** Where a stretch begins whose first byte that is nought is known: behind lines that are UTF-8, or there. */
  #beginOf(all: Uint8Array, first: number): number {
    const from = Math.max(0, first - REACH);
    const mark = Buffer.from(all.subarray(from, first)).indexOf(MARK);
    if (mark >= 0 && (first - from - mark) % 2 === 0) return from + mark;
    const starts: number[] = [];
    // a character may be torn where what is looked at begins
    for (let line = Math.max(from, from > 0 ? all.indexOf(LINE_END, from) + 1 : 0); line < first;) {
      starts.push(line);
      const end = all.subarray(0, first).indexOf(LINE_END, line) + 1 || first;
      if (!isUtf8(all.subarray(line, end))) return starts.findLast((start) => (first - start) % 2 === 0) ?? first;
      line = end;
    }
    return first;
  }

  /** Where single bytes begin again: at the beginning of a line in which none is nought. */
  #narrowIn(all: Uint8Array, last: boolean): { to: number; turns: boolean } {
    const whole = all.length - (all.length % 2);
    for (let at = 0; at + 1 < whole; at += 2) {
      if (all[at] !== LINE_END || all[at + 1] !== 0) continue;
      const behind = all.subarray(at + 2, at + 2 + BACK);
      if (behind.length < BACK && !last) return { to: at, turns: false };
      if (behind.length > UNITS && !behind.includes(0) && readsAsUtf8(behind)) return { to: at + 2, turns: true };
    }
    return { to: last ? all.length : whole, turns: false };
  }
}
