import { isUtf8 } from 'node:buffer';
import { occurrences } from './binary.ts';
import type { Encoding } from './encodings.ts';
import { byteLines, oddLinesOf, wordsOf } from './mixed-lines.ts';

/** Reads some whole bytes in one encoding. */
type Read = (bytes: Uint8Array, encoding: Encoding) => string;

const LINE_END = 10;
const LONGEST_CHARACTER = 4;
/** So many bytes without a line end are a line. */
const LONGEST_LINE = 1 << 16;
const REPLACEMENT = Buffer.from('\ufffd');
const BEYOND = /[^\0-\x7f]/gu;
const NOTHING = new Uint8Array();

/** Where bytes of UTF-8 may be parted: behind the last line end, in a long line before its last character. */
function lastBorder(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(LINE_END);
  if (end >= 0 || bytes.length < LONGEST_LINE) return end + 1;
  let at = bytes.length - 1;
  while (at > bytes.length - LONGEST_CHARACTER && bytes[at] >= 0x80 && bytes[at] < 0xc0) at--;
  return at;
}

/**
 * UTF-8 in which some lines are of another table: that is found out at the first line that is none. Where lines look like
 * no other table either, they keep their signs of what cannot be read.
 */
export class MixedDecoder {
  readonly #read: Read;
  readonly #find: (odd: Uint8Array) => Encoding | undefined;
  readonly #isWord: (encoding: Encoding) => boolean;
  #begun = false;
  #held: Uint8Array = NOTHING;
  /** the table of the other lines, once it is known */
  other: Encoding | undefined;
  /** places that could not be read */
  replaced = 0;

  /**
   * @param isWord whether words, rather than lines, are read in a table: each of its bytes is a character
   * @param other table of the lines that are not UTF-8, or what finds it in some of them
   */
  constructor(
    read: Read,
    isWord: (encoding: Encoding) => boolean,
    other: Encoding | ((odd: Uint8Array) => Encoding | undefined),
  ) {
    this.#read = read;
    this.#isWord = isWord;
    this.#find = typeof other === 'string' ? () => other : other;
  }

  decode(bytes: Uint8Array, last: boolean): string {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const border = last ? all.length : lastBorder(all);
    // a copy, since the piece may be used again
    this.#held = border < all.length ? all.slice(border) : NOTHING;
    const text = this.#lines(all.subarray(0, border));
    const marked = !this.#begun && text.startsWith('\ufeff');
    this.#begun ||= text !== '';
    return marked ? text.slice(1) : text;
  }

  #lines(bytes: Uint8Array): string {
    const text = this.#read(bytes, 'utf-8');
    const faults = this.#faultsIn(text, bytes);
    if (faults === 0) return text;
    this.other ??= this.#find(oddLinesOf(bytes).sample);
    const { other } = this;
    if (other === undefined) {
      this.replaced += faults;
      return text;
    }
    let read = '';
    for (const line of byteLines(bytes)) read += isUtf8(line) ? this.#read(line, 'utf-8') : this.#oddLine(line, other);
    return read;
  }

  #oddLine(line: Uint8Array, other: Encoding): string {
    const words = wordsOf(line);
    if (words.every(({ ours }) => ours) || (!this.#isWord(other) && this.#isOurs(line)))
      return this.#counted(line, 'utf-8');
    if (!this.#isWord(other)) return this.#counted(line, other);
    return words.map(({ bytes, ours }) => this.#counted(bytes, ours ? 'utf-8' : other)).join('');
  }

  /** Whether most of a line that is not UTF-8 is: a byte of it was lost. */
  #isOurs(line: Uint8Array): boolean {
    const text = this.#read(line, 'utf-8');
    const faults = this.#faultsIn(text, line);
    return (text.match(BEYOND)?.length ?? 0) > 2 * faults;
  }

  #counted(bytes: Uint8Array, encoding: Encoding): string {
    const text = this.#read(bytes, encoding);
    this.replaced += encoding === 'utf-8' ? this.#faultsIn(text, bytes) : occurrences('\ufffd', text);
    return text;
  }

  /** Signs of what could not be read, but for those that the file holds itself. */
  #faultsIn(text: string, bytes: Uint8Array): number {
    const stood = occurrences('\ufffd', text);
    return stood === 0 ? 0 : Math.max(0, stood - occurrences(REPLACEMENT, Buffer.from(bytes)));
  }
}
