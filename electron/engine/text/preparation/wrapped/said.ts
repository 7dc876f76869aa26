import { isFlush, isPartedByBlanks, isSaidBehind } from './flush.ts';
import type { Ends, Width } from './ends.ts';
import { TRAITS } from './measure.ts';
import { NONE } from './page.ts';

/** Line ends to either side that say whether one stands in prose or in verse. */
const NEAR = 6;

/** What an end speaks for. */
const SAYS = { wrap: 1, full: 2, broken: 4, verse: 8, end: 16, torn: 32, capital: 64 } as const;
/** So many full lines outweigh one that is torn: short, in the midst of a sentence, as where a text was wrapped again. */
const OUTWEIGH = 6;
/** So many lines one behind the other begin with a capital in verse; in prose they are full if ever they do. */
const LEAST_VERSES = 8;
const MOST_FULL = 0.75;
/** How far is looked for them, and over how many lines between two stanzas. */
export const FAR = 13;
const BETWEEN_STANZAS = 2;

/** What each end between two lines speaks for, 0 where it can be nobody's but the author's. */
export function saidBy(ends: Ends, width: Width, from: number, to: number, says: Uint8Array): void {
  const flush = ends.step === 1 && isFlush(ends, width.columns - width.slack);
  const parted = ends.step === 1 && isPartedByBlanks(ends, width.columns);
  for (let at = from; at < to; at++) {
    says[at] = 0;
    if (ends.fit[at] === NONE) continue;
    if (flush && isSaidBehind(ends, at)) {
      says[at] = SAYS.end;
      continue;
    }
    const capital = (ends.after(at) & TRAITS.capital) !== 0 ? SAYS.capital : 0;
    const verse = (ends.before(at) & TRAITS.marked) !== 0 && (ends.after(at) & TRAITS.small) === 0 ? SAYS.verse : 0;
    if (ends.isFull(at, width) || ends.isFullWithin(at, width)) says[at] = SAYS.wrap | SAYS.full | verse | capital;
    else if (ends.isNearlyFull(at, width, parted)) says[at] = SAYS.wrap | verse | capital;
    else {
      const torn = ends.isWithin(at) ? SAYS.torn : 0;
      says[at] = ((ends.before(at) & TRAITS.closed) === 0 ? SAYS.broken : 0) | torn | verse | capital | SAYS.end;
    }
  }
}

/** Whether an end stands among verses, which are as wide as prose: each line begins with a capital, and not all are full. */
function isAmongVerses(says: Uint8Array, at: number, start: number, end: number, step: number): boolean {
  let verses = 0;
  let full = 0;
  const look = (direction: number) => {
    for (let next = at, gap = 0, seen = 0; next >= start && next < end && gap <= BETWEEN_STANZAS && seen < FAR;) {
      if (says[next] === 0) gap++;
      else if ((says[next] & SAYS.capital) === 0) return;
      else {
        if ((says[next] & SAYS.full) !== 0) full++;
        verses++;
        gap = 0;
      }
      seen++;
      next += direction;
    }
  };
  look(step);
  look(-step);
  // it was looked at twice
  return verses > LEAST_VERSES && full <= MOST_FULL * verses;
}

/** Whether the end of a line is a typesetter's: full itself or nearly, among lines of which most are. */
export function isWrap(says: Uint8Array, at: number, start: number, end: number, step: number): boolean {
  if ((says[at] & SAYS.wrap) === 0) return false;
  if ((says[at] & SAYS.capital) !== 0 && isAmongVerses(says, at, start, end, step)) return false;
  let full = 0;
  let broken = 0;
  let verse = 0;
  let torn = 0;
  const look = (other: number) => {
    if ((other & SAYS.full) !== 0) full++;
    if ((other & SAYS.broken) !== 0) broken++;
    if ((other & SAYS.verse) !== 0) verse++;
    if ((other & SAYS.torn) !== 0) torn++;
  };
  look(says[at]);
  for (let next = at + step, seen = 0; seen < NEAR && next < end && says[next] !== 0; seen++, next += step)
    look(says[next]);
  for (let next = at - step, seen = 0; seen < NEAR && next >= start && says[next] !== 0; seen++, next -= step)
    look(says[next]);
  return full > 0 && full >= 2 * broken && full >= OUTWEIGH * torn && !(full >= 3 && verse > 0.8 * full);
}
