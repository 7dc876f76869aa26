import { lengthAt } from './evidence.ts';

const LINE_END = 10;
/** Bytes of a character of UTF-8 at most. */
const LONGEST_CHARACTER = 4;

/** So many bytes without a line end are looked at as a line. */
export const LONGEST_LINE = 1 << 16;

/** Where the line, or piece of a long one, ends that begins at a place: no character of UTF-8 is parted. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + LONGEST_LINE);
  const end = bytes.subarray(from, most).indexOf(LINE_END) + 1;
  if (end > 0) return from + end;
  if (most - from < LONGEST_LINE) return most;
  for (let back = 1; back < LONGEST_CHARACTER; back++) if (lengthAt(bytes, most - back) > back) return most - back;
  return most;
}

/** Where the last line, or piece of a long one, ends that is whole; 0 where none is. */
export function wholeLines(bytes: Uint8Array, from: number): number {
  let end = Math.max(from, bytes.lastIndexOf(LINE_END) + 1);
  // what follows a character that may be parted must be seen
  while (bytes.length - end >= LONGEST_LINE + LONGEST_CHARACTER) end = lineEnd(bytes, end);
  return end;
}
