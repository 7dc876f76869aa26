import type { Breath } from '../../training/breath.ts';
import type { Ids } from '../vocabulary/id-list.ts';

/** Symbols compared between two looks at whether to leave off. */
const PIECE = 1 << 20;

/** For every symbol of `span` the length of the longest beginning of it that ends there (Knuth, Morris and Pratt). */
function borders(span: Ids): Int32Array {
  const lengths = new Int32Array(span.length);
  let length = 0;
  for (let at = 1; at < span.length; at++) {
    while (length > 0 && span[at] !== span[length]) length = lengths[length - 1];
    if (span[at] === span[length]) length++;
    lengths[at] = length;
  }
  return lengths;
}

/** Where the rarest symbol of a span stands first in it: ids rise as symbols get rarer. */
function rarestOf(span: Ids): number {
  let rarest = 0;
  for (let at = 1; at < span.length; at++) if (span[at] > span[rarest]) rarest = at;
  return rarest;
}

/** Counts what is compared: the time that a search takes, but for a constant. */
export interface Work {
  compared: number;
}

/**
 * How often a span stands in a text, no occurrence overlapping the one before. It takes time in proportion to the text,
 * also where span and text repeat themselves.
 */
export async function countOccurrences(ids: Ids, span: Ids, work: Work, breath: Breath): Promise<number> {
  const lengths = borders(span);
  work.compared += span.length;
  const rarest = rarestOf(span);
  let count = 0;
  let matched = 0;
  let pause = PIECE;
  // where nothing matches yet, the rarest symbol is looked for at the speed of memory
  const next = (from: number) => {
    const found = ids.indexOf(span[rarest], from + rarest);
    return found < 0 ? ids.length : found - rarest;
  };
  for (let at = next(0); at < ids.length;) {
    while (matched > 0 && ids[at] !== span[matched]) matched = lengths[matched - 1];
    if (ids[at] === span[matched]) matched++;
    work.compared++;
    if (matched === span.length) {
      count++;
      matched = 0;
    }
    at = matched > 0 ? at + 1 : next(at + 1);
    if (at > pause) {
      pause = at + PIECE;
      await breath.take();
    }
  }
  return count;
}
