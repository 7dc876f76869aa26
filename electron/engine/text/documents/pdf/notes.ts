import type { Line } from './lines.ts';
import type { Piece } from './piece.ts';

/** Share of the height of a page's type that the type of its notes has at most. */
const NOTE_TYPE = 0.93;

/** By how many numbers are passed over at most where notes count on: some begin lines, or stand in tables. */
const FURTHER = 3;
const FURTHER_AT_FOOT = 8;
/** From here on a raised number is no power. */
const LEAST_NO_POWER = 10;

const numberOf = ({ str }: Piece) => str.trim();
const noteIn = (text: string) => /^\s*(\d{1,3})/.exec(text)?.[1] ?? '';

/** Tells numbers of notes from powers, which stand raised as well: notes count on from page to page, or are at the foot. */
export class NoteNumbers {
  #last = 0;

  /**
   * @param lines of the next page, its raised pieces within
   * @param type height of the page's type
   * @returns those that are numbers of notes, undefined where nothing stands raised
   */
  of(lines: readonly Line[], type: number): Set<Piece> | undefined {
    const raised = lines.flatMap((line) => line.raised ?? []);
    if (raised.length === 0) return undefined;
    const notes = new Set<Piece>();
    const foot = new Set(lines.filter(({ height }) => height <= NOTE_TYPE * type).map(({ text }) => noteIn(text)));
    const hasFoot = raised.some((piece) => foot.has(numberOf(piece)) && this.#mayBe(piece, FURTHER_AT_FOOT));
    for (const piece of raised) {
      if (hasFoot ? !foot.delete(numberOf(piece)) : !this.#mayBe(piece, FURTHER)) continue;
      notes.add(piece);
      this.#last = Number(piece.str);
    }
    return notes;
  }

  #mayBe(piece: Piece, further: number): boolean {
    const number = Number(piece.str);
    const goesOn = this.#last > 0 && number > this.#last && number <= this.#last + further;
    return number === 1 || goesOn || (number >= LEAST_NO_POWER && this.#last === 0);
  }
}

/**
 * The notes at the foot of a page, and how many they are: lines in smaller type down to its end, from the first one on that begins with a number which
 * stands raised in the text above.
 * @param type height of the page's type
 */
export function notesOf(lines: readonly Line[], type: number): { lines: Line[]; count: number } {
  let from = lines.length;
  while (from > 0 && lines[from - 1].height <= NOTE_TYPE * type) from--;
  const numbers = new Set(lines.slice(0, from).flatMap(({ raised = [] }) => raised.map(numberOf)));
  const first = lines.slice(from).findIndex(({ text }) => numbers.has(noteIn(text)));
  if (first < 0 || from === 0) return { lines: [], count: 0 };
  const notes = lines.slice(from + first);
  return { lines: notes, count: notes.filter(({ text }) => numbers.delete(noteIn(text))).length };
}
