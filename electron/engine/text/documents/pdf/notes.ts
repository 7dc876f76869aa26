import type { Line } from './lines.ts';

/** Share of the height of a page's type that the type of its notes has at most. */
const NOTE_TYPE = 0.93;

/**
 * The notes at the foot of a page: lines in smaller type down to its end, from the first one on that begins with a number which
 * stands raised in the text above.
 * @param type height of the page's type
 */
export function notesOf(lines: readonly Line[], type: number): Line[] {
  let from = lines.length;
  while (from > 0 && lines[from - 1].height <= NOTE_TYPE * type) from--;
  const numbers = new Set(lines.slice(0, from).flatMap(({ notes = [] }) => notes));
  const first = lines.slice(from).findIndex(({ text }) => numbers.has(/^\s*(\d{1,3})/.exec(text)?.[1] ?? ''));
  return first < 0 || from === 0 ? [] : lines.slice(from + first);
}
