import type { Encoding } from '../encodings.ts';
import { endsInUtf8, type Evidence } from './evidence.ts';

/** So many bytes, or characters of UTF-8, that speak against the table read in make another stretch; at the end of all, fewer. */
const ENOUGH = 24;
const ENOUGH_AT_END = 6;
/** Most of what speaks for it meanwhile, beside what speaks against it. */
const MOST_FOR = 0.25;
/** Characters in a line behind which another table may begin. */
const BEGUN = 3;

/** Lines that do not look like the table that they are read in, as long as it is not clear whether another has begun. */
export class Stretch {
  /** where it begins, in the bytes that are held */
  from: number;
  #for = 0;
  #against = 0;
  #leads = 0;
  #asked = 0;

  constructor(from: number) {
    this.from = from;
  }

  /** @param mode the table read in */
  take({ valid, broken, leads }: Evidence, mode: Encoding) {
    const odd = broken > valid;
    const against = mode === 'utf-8' ? odd : broken === 0;
    if (against) {
      this.#against += odd ? broken : valid;
      this.#leads += leads;
    } else this.#for += odd ? broken : valid;
  }

  /** Whether the lines are of the table read in after all. */
  get isOver(): boolean {
    return this.#for > MOST_FOR * this.#against;
  }

  /** Whether it is time to ask for another table: each time what speaks for one has doubled. */
  isRipe(last: boolean): boolean {
    const enough = last ? ENOUGH_AT_END : Math.max(ENOUGH, 2 * this.#asked);
    // what was lost behind many a lead is UTF-8 that is damaged, not another table
    if (this.#against < enough || 2 * this.#leads > this.#against) return false;
    this.#asked = this.#against;
    return true;
  }
}

/** A quick look at a line that is read in a table which is not UTF-8: whether something else may begin there. */
export const mayBegin = (line: Uint8Array, mode: Encoding): boolean => mode === 'utf-8' || endsInUtf8(line, BEGUN);

/** Where in a line bytes begin that are not of the table read in; undefined where none do. */
export function beginsIn(
  { valid, broken, first, behind, before, after }: Evidence,
  mode: Encoding,
): number | undefined {
  const inUtf8 = mode === 'utf-8';
  if (inUtf8 ? broken > valid && before < BEGUN : broken === 0) return 0;
  if (broken === 0) return undefined;
  if (inUtf8) return before >= BEGUN && valid - before <= MOST_FOR * broken ? first : undefined;
  return after >= BEGUN && valid - after <= MOST_FOR * broken ? behind : undefined;
}
