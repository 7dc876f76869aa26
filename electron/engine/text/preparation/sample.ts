import { EXAMINED_WHOLE } from '../../../contract/preparation.ts';
import { mayHoldFrame } from './frame/hint.ts';
import { Scanner } from './marks.ts';

/** Behind it one block of so many is looked at. */
const STRIDE = 32;
/** Blocks with a mark that are all looked at, for what is rare is easily missed; what is not is in the others, too. */
const MOST_RARE = 48;
/** UTF-16 units that a line counts for at least: what is done for each of them takes as long for a shorter one. */
const LEAST_LINE = 24;

function linesIn(block: string): number {
  let lines = 1;
  for (let at = block.indexOf('\n'); at !== -1; at = block.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** What a block is looked at for: by itself, for those passed over too, or for what is rare alone; else it is passed over. */
export type Reason = 'whole' | 'sample' | 'rare' | undefined;

/** Says which blocks of a text are looked at. */
export class Sample {
  readonly #scanner = new Scanner();
  readonly #rare: number;
  /** how many blocks have held each mark */
  readonly #seen = new Map<number, number>();
  #read = 0;
  #blocks = 0;
  /** marks that are no longer rare */
  common = 0;

  /** @param rare MARKS that are looked at wherever they are, until they are no longer rare */
  constructor(rare: number) {
    this.#rare = rare;
  }

  reasonFor(block: string): Reason {
    if (this.#read <= EXAMINED_WHOLE) this.#read += Math.max(block.length, LEAST_LINE * linesIn(block));
    this.#scanner.lay(block);
    const marks = this.#scanner.allMarks & this.#rare;
    for (let rest = marks & ~this.common; rest !== 0; rest &= rest - 1) {
      const mark = rest & -rest;
      const seen = (this.#seen.get(mark) ?? 0) + 1;
      this.#seen.set(mark, seen);
      if (seen > MOST_RARE && this.#read > EXAMINED_WHOLE) this.common |= mark;
    }
    if (this.#read <= EXAMINED_WHOLE) return 'whole';
    const stripe = Math.floor(this.#blocks / STRIDE);
    // not the same place of each stripe: a text may have a rhythm of its own
    const chosen = Math.imul(stripe, 0x9e3779b1) >>> 27;
    if (this.#blocks++ % STRIDE === chosen) return 'sample';
    return (marks & ~this.common) !== 0 || mayHoldFrame(block, this.#scanner.units) ? 'rare' : undefined;
  }
}
