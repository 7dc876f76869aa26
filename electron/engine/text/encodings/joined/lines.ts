const LINE_END = 10;

/** So many bytes without a line end are looked at as a line. */
export const LONGEST_LINE = 1 << 16;

/** Where the line, or piece of a long one, ends that begins at a place. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + LONGEST_LINE);
  const end = bytes.subarray(from, most).indexOf(LINE_END) + 1;
  return end > 0 ? from + end : most;
}

/** Where the last line, or piece of a long one, ends that is whole; 0 where none is. */
export function wholeLines(bytes: Uint8Array, from: number): number {
  const start = Math.max(from, bytes.lastIndexOf(LINE_END) + 1);
  return start + Math.floor((bytes.length - start) / LONGEST_LINE) * LONGEST_LINE;
}
