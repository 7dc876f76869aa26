import type { Line, Opening, Stage, Step } from '../step.ts';
import { between } from './joint.ts';
import { measure, type Measured } from './measure.ts';
import { acrossBlanks, closeTo, hasPairs, isPlay, pairsIn, paragraphsOf } from './page.ts';
import { goesOn, isBroken, isFull, isNearlyFull, widthOf, type Pair, type Width } from './width.ts';

/** Lines that are judged together, with as many before and behind them. */
const PAGE = 96;
/** Line ends to either side that say whether one stands in prose or in verse. */
const NEAR = 6;
/** A width that was seen is believed in for so many pages that show none of their own. */
const REMEMBERED = 24;
/** A paragraph ends at this length, UTF-16 units: nothing that comes is held without end. */
const LONGEST = 1 << 16;
/** How much of both lines an example shows. */
const SHOWN = 60;

/** So many more ends across blank lines than others, where every line is followed by a blank one. */
const SPACED = 3;

/** Whether the end of a line is a typesetter's: full itself or nearly, among lines of which most are. */
function isWrap(pairs: readonly (Pair | undefined)[], at: number, width: Width, step: number): boolean {
  const pair = pairs[at];
  if (!pair || !(isFull(pair, width) || isNearlyFull(pair, width))) return false;
  let full = 0;
  let broken = 0;
  let verse = 0;
  const look = (other: Pair) => {
    if (isFull(other, width)) full++;
    else if (isBroken(other, width) && !isNearlyFull(other, width)) broken++;
    if (other.before.marked && other.after.begins !== 'small') verse++;
  };
  look(pair);
  for (const way of [-step, step]) {
    for (let next = at + way, seen = 0; seen < NEAR; seen++, next += way) {
      const other = pairs[next];
      if (!other) break;
      look(other);
    }
  }
  return full > 0 && full >= 2 * broken && !(full >= 3 && verse > 0.8 * full);
}

class Unwrapper implements Stage {
  readonly #opening: Opening;
  #before: Measured[] = [];
  #page: Measured[] = [];
  #behind: Measured[] = [];
  #width: Width | undefined;
  #unseen = 0;
  /** how often each width was seen */
  readonly #widths = new Map<number, number>();
  #ends = 0;
  /** of a paragraph that goes on, with what stands between them */
  #parts: string[] = [];
  #size = 0;
  #swallow = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    this.#ends++;
    this.#behind.push(measure(line));
    if (this.#behind.length === PAGE) this.#turn();
  }

  end(): void {
    this.#turn();
    this.#turn();
  }

  found() {
    if (this.#opening.tally.places === 0) return undefined;
    const [columns] = [...this.#widths].sort(([, one], [, other]) => other - one)[0] ?? [0];
    return {
      sure: true,
      share: this.#opening.tally.places / this.#ends,
      facts: { width: columns, ends: this.#ends },
      plan: { width: columns },
    };
  }

  #turn(): void {
    const lines = [...this.#before, ...this.#page, ...this.#behind];
    const from = this.#before.length;
    const judged = this.#page.length > 0 && hasPairs(lines) ? this.#judge(lines) : undefined;
    for (let at = from; at < from + this.#page.length; at++) {
      const wraps = judged && isWrap(judged.pairs, at, judged.width, judged.spaced ? 2 : 1);
      this.#take(lines[at], wraps ? judged.pairs[at] : undefined, judged?.spaced ?? false);
    }
    this.#before = this.#page;
    this.#page = this.#behind;
    this.#behind = [];
  }

  /** The ends of a page that may be wraps, and its width: its own, or that of the pages before it. */
  #judge(
    lines: readonly Measured[],
  ): { pairs: readonly (Pair | undefined)[]; width: Width; spaced: boolean } | undefined {
    if (isPlay(lines)) return undefined;
    const pairs = closeTo(lines);
    if (this.#width && this.#unseen === 0) {
      const page = pairs.slice(this.#before.length, this.#before.length + this.#page.length);
      if (
        goesOn(
          page.filter((pair) => pair !== undefined),
          this.#width,
        )
      )
        return { pairs, width: this.#remember(this.#width), spaced: false };
    }
    const own = widthOf(paragraphsOf(pairs, 1));
    if (own) return { pairs, width: this.#remember(own), spaced: false };
    const across = acrossBlanks(lines);
    if (pairsIn(across) > SPACED * pairsIn(pairs)) {
      const width = widthOf(paragraphsOf(across, 2));
      if (width) {
        this.#widths.set(width.columns, (this.#widths.get(width.columns) ?? 0) + 1);
        return { pairs: across, width, spaced: true };
      }
    }
    this.#unseen++;
    return this.#width && this.#unseen <= REMEMBERED ? { pairs, width: this.#width, spaced: false } : undefined;
  }

  #remember(width: Width): Width {
    this.#width = width;
    this.#unseen = 0;
    this.#widths.set(width.columns, (this.#widths.get(width.columns) ?? 0) + 1);
    return width;
  }

  /** Adds a line to its paragraph. @param pair with the next line, where that goes on in the same paragraph */
  #take({ line, text, blank }: Measured, pair: Pair | undefined, spaced: boolean): void {
    if (this.#swallow && blank) return;
    this.#swallow = false;
    const begins = this.#parts.length === 0;
    if (!pair || this.#size > LONGEST) {
      if (begins) this.#opening.emit(line);
      else {
        this.#parts.push(line.text.trimStart());
        this.#opening.emit({ text: this.#parts.join(''), ended: line.ended });
      }
      this.#parts = [];
      this.#size = 0;
      return;
    }
    const after = pair.after.indent === 0 ? pair.after.text : pair.after.text.trimStart();
    const blanks = between(text, after);
    this.#parts.push(begins ? text : text.trimStart(), blanks);
    this.#size += text.length;
    const { tally } = this.#opening;
    if (tally.wantsExamples) {
      const shown = text.slice(-SHOWN);
      tally.note(1, `${shown}⏎${after.slice(0, SHOWN)}`, shown + blanks + after.slice(0, SHOWN));
    } else tally.count(1);
    this.#swallow = spaced;
  }
}

/** Joins lines that a typesetter broke into the paragraphs that they were; what an author broke stays. */
export const wrapped: Step = { name: 'wrapped', leads: 'where sure', open: (opening) => new Unwrapper(opening) };
