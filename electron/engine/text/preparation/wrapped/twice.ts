import type { Ends } from './ends.ts';
import { TRAITS } from './measure.ts';
import { NONE } from './page.ts';
import { likeliest, LEAST, MOST } from './width.ts';

/** What a text was wrapped at, and then again: long line, short rest, long line, short rest. */
export interface Twice {
  readonly first: number;
  readonly again: number;
  /** false: it may be so, and is only named */
  readonly sure: boolean;
}

/** Ends of the first wrapping that show it, and the share of them that is in line with it. */
const LEAST_ENDS = 8;
const LEAST_SHARE = 0.9;
/** From this share on it is named. */
const NAMED_SHARE = 0.7;
/** Of lines that go on, so many must be rests, which stop short in the midst of a sentence: without them nothing was wrapped again. */
const LEAST_RESTS = 0.1;
/** Once it was seen, of any number of ends. */
const SHARE_SEEN = 0.8;

/** The ends of lines as a text that was wrapped twice would have them: within a line of the first wrapping, and between two. */
interface Read {
  readonly inner: number[];
  readonly outer: number[];
  /** columns of the line of the first wrapping that ends there, and with the next one's first word */
  readonly length: Int32Array;
  readonly fit: Int32Array;
}

/** @param first where it is known: no line of the first wrapping goes on beyond it */
function read({ lines, fit }: Ends, again: number, first = MOST): Read {
  const inner: number[] = [];
  const outer: number[] = [];
  const length = new Int32Array(lines.end);
  const fits = new Int32Array(lines.end);
  let before = 0;
  for (let at = lines.start; at < lines.end; at++) {
    const here = before + lines.length[at] - (before > 0 ? lines.indent[at] : 0);
    before = 0;
    if (fit[at] === NONE) continue;
    const joint = fit[at] - lines.first[at + 1] - lines.length[at];
    const next = here + joint + lines.first[at + 1];
    if (lines.length[at] <= again && fit[at] > again && next <= first) {
      inner.push(at);
      before = here + joint;
    } else {
      outer.push(at);
      length[at] = here;
      fits[at] = next;
    }
  }
  return { inner, outer, length, fit: fits };
}

const isFull = ({ length, fit }: Read, at: number, columns: number) => length[at] <= columns && fit[at] > columns;

/** Share of the ends of the first wrapping that are in line with its width; where a sentence ends, a paragraph may. */
function shareOf(ends: Ends, seen: Read, columns: number): number {
  let full = 0;
  let broken = 0;
  for (const at of seen.outer) {
    if (isFull(seen, at, columns)) full++;
    else if ((ends.before(at) & TRAITS.closed) === 0) broken++;
  }
  return full / Math.max(1, full + broken);
}

/**
 * What lines were wrapped at twice, undefined where they were not. Where it is sure, a chance is out of the question: put
 * together again, the lines must all be as long as those of one wrapping.
 */
export function twiceOf(ends: Ends): Twice | undefined {
  const again = likeliest(ends, ends.all);
  if (again < LEAST || ends.all.length < LEAST_ENDS) return undefined;
  const seen = read(ends, again);
  const rests = seen.outer.filter((at) => ends.isWithin(at) && ends.fit[at] <= again);
  if (rests.length < LEAST_RESTS * ends.all.length) return undefined;
  const first = likeliest({ lines: { length: seen.length }, fit: seen.fit }, seen.outer);
  if (first <= again || seen.outer.filter((at) => isFull(seen, at, first)).length < LEAST_ENDS) return undefined;
  const share = shareOf(ends, read(ends, again, first), first);
  return share >= NAMED_SHARE ? { first, again, sure: share >= LEAST_SHARE } : undefined;
}

/** Whether lines go on as those before them, which were wrapped twice. */
export const goesOnTwice = (ends: Ends, { first, again }: Twice): boolean =>
  shareOf(ends, read(ends, again, first), first) >= SHARE_SEEN;

/** The ends that are one of both wrappings'. */
export function wrapsOf(ends: Ends, { first, again }: Twice): Set<number> {
  const seen = read(ends, again, first);
  return new Set([...seen.inner, ...seen.outer.filter((at) => isFull(seen, at, first))]);
}
