import { allocateIds, type Ids } from '../vocabulary/id-list.ts';

/** Ids of a text of several sources, with what keeps a stretch from reaching over a border. */
export interface Separated {
  readonly ids: Ids;
  /** A place among these ids as one among those of the text. */
  placeOf(position: number): number;
}

/**
 * Puts between two sources a number that stands nowhere else, so that no stretch over a border is like another. A text of
 * one source is left as it is.
 * @param starts the first symbol of each source, the first at 0
 * @param bound above every id
 */
export function separated(ids: Ids, starts: readonly number[], bound: number): Separated {
  if (starts.length < 2) return { ids, placeOf: (position) => position };
  const apart = allocateIds(ids.length + starts.length - 1, bound + starts.length - 1);
  for (const [source, start] of starts.entries()) {
    apart.set(ids.subarray(start, starts[source + 1]), start + source);
    if (source > 0) apart[start + source - 1] = bound + source - 1;
  }
  const before = (position: number) => {
    const later = starts.findIndex((start, source) => source > 0 && start + source - 1 >= position);
    return later < 0 ? starts.length - 1 : later - 1;
  };
  return { ids: apart, placeOf: (position) => position - before(position) };
}
