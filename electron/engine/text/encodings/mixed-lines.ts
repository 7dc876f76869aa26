import { isAscii, isUtf8 } from 'node:buffer';

/** Lines of a text of UTF-8 that are none, as they come where files of several programs were put together. */
export interface OddLines {
  /** bytes beyond ASCII in lines of UTF-8 */
  readonly valid: number;
  /** a line of UTF-8 holds so many characters that chance has not made them */
  readonly sure: boolean;
  /** the same in lines that are not */
  readonly odd: number;
  /** those lines, without their words in UTF-8, as far as they are needed to tell their table */
  readonly sample: Uint8Array;
}

/** So many bytes of odd lines say enough. */
const SAMPLE_BYTES = 1 << 13;
/** Characters in a line, and those of three bytes or more, that other tables do not make. */
const SURE_CHARACTERS = 6;
const SURE_LONG = 4;
const LINE_END = 10;
const SPACE = 32;

const isBeyond = (byte: number) => byte > 127;
const beyondIn = (bytes: Uint8Array) => bytes.reduce((count, byte) => count + (isBeyond(byte) ? 1 : 0), 0);

function isSure(line: Uint8Array): boolean {
  let [characters, long] = [0, 0];
  for (const byte of line) {
    if (byte >= 0xc0) characters++;
    if (byte >= 0xe0) long++;
  }
  return characters >= SURE_CHARACTERS || long >= SURE_LONG;
}

/** The lines of some bytes, each with its end. */
export function* byteLines(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/** Stretches of a line that hold ASCII alone, or nothing of it, one after the other. */
function* stretches(line: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < line.length;) {
    const other = line.findIndex((byte, at) => at > from && isBeyond(byte) !== isBeyond(line[from]));
    const to = other < 0 ? line.length : other;
    yield line.subarray(from, to);
    from = to;
  }
}

/** Whether a word begins in UTF-8 and ends in the middle of a character: it was cut, and is of no other table. */
function isTorn(word: Uint8Array): boolean {
  for (const cut of [2, 3]) {
    const lead = word.at(-cut) ?? 0;
    if (lead >= (cut === 2 ? 0xe0 : 0xf0) && lead < 0xf5 && isUtf8(word.subarray(0, -cut)))
      return word.subarray(1 - cut).every((byte) => byte >= 0x80 && byte < 0xc0);
  }
  return false;
}

/** A stretch of a line without or of ASCII alone, and whether that is UTF-8. */
export interface Word {
  readonly bytes: Uint8Array;
  readonly ours: boolean;
}

/**
 * A line that is not UTF-8, parted into words that are and words that are not. Words that were cut are. Where others are more,
 * none is: two of their bytes may happen to be a character.
 */
export function wordsOf(line: Uint8Array): Word[] {
  const words = [...stretches(line)].map((bytes) => ({ bytes, ours: isUtf8(bytes) || isTorn(bytes) }));
  const beyond = words.filter(({ bytes }) => isBeyond(bytes[0]));
  const others = beyond.filter(({ ours }) => !ours).length;
  return others > beyond.length / 2 ? words.map((word) => ({ ...word, ours: isAscii(word.bytes) })) : words;
}

/** A line without its words in UTF-8. */
function withoutUtf8(line: Uint8Array): Uint8Array {
  const words = wordsOf(line);
  if (!words.some(({ ours }) => !ours)) return new Uint8Array();
  const blank = ({ bytes }: Word) => new Uint8Array(bytes.length).fill(SPACE);
  return Buffer.concat(words.map((word) => (word.ours && isBeyond(word.bytes[0]) ? blank(word) : word.bytes)));
}

/** Parts the lines of some bytes that are UTF-8 from those that are not. */
export function oddLinesOf(bytes: Uint8Array): OddLines {
  // a line that stands there twice says no more than once
  const parts = new Set<string>();
  let [valid, odd, length] = [0, 0, 0];
  let sure = false;
  for (const line of byteLines(bytes)) {
    if (isAscii(line)) continue;
    if (isUtf8(line)) {
      valid += beyondIn(line);
      sure ||= isSure(line);
    } else if (length < SAMPLE_BYTES) {
      const left = withoutUtf8(line.length > SAMPLE_BYTES ? line.subarray(0, SAMPLE_BYTES) : line);
      odd += beyondIn(left);
      valid += beyondIn(line) - beyondIn(left);
      const part = Buffer.from(left).toString('latin1');
      if (!parts.has(part)) length += part.length;
      parts.add(part);
    } else odd += beyondIn(line);
  }
  return { valid, sure, odd, sample: Buffer.from([...parts].join(''), 'latin1') };
}
