import { longestMatch, searchPattern } from '../../contract/text-search.ts';

/** Where a text says something: rising offsets and lengths in UTF-16 units. */
export interface Hits {
  readonly offsets: number[];
  readonly lengths: number[];
  /** false: the search ended at its limit */
  readonly complete: boolean;
}

/**
 * Finds every place of a text that comes in pieces, of which one and the end of the last are held at a time. The hits are
 * those of the whole text, wherever its pieces end.
 *
 * @param most hits after which the search ends
 * @throws the reason of `signal`
 */
export async function searchText(
  pieces: AsyncIterable<string>,
  text: string,
  { most, signal }: { most: number; signal?: AbortSignal },
): Promise<Hits> {
  const pattern = searchPattern(text);
  const reach = longestMatch(text);
  const [offsets, lengths]: [number[], number[]] = [[], []];
  let rest = '';
  let position = 0;

  /** @returns whether there is room for more */
  const take = (final: boolean): boolean => {
    // A match that begins later could go on in the next piece.
    const limit = final ? rest.length : rest.length - reach;
    pattern.lastIndex = 0;
    let end = 0;
    for (let match = pattern.exec(rest); match && match.index < limit; match = pattern.exec(rest)) {
      if (offsets.length === most) return false;
      offsets.push(position + match.index);
      lengths.push(match[0].length);
      end = pattern.lastIndex;
    }
    const done = Math.max(end, limit, 0);
    position += done;
    rest = rest.slice(done);
    return true;
  };

  for await (const piece of pieces) {
    signal?.throwIfAborted();
    rest += piece;
    if (!take(false)) return { offsets, lengths, complete: false };
  }
  return { offsets, lengths, complete: take(true) };
}

/** Index of the first hit at or behind an offset; the number of hits where there is none. */
export function firstHitFrom({ offsets }: Hits, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
