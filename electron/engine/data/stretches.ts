/** Symbols of a text from `start` up to `end`. What is learnt or measured never reaches from one stretch into another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text without a border in it. */
export const wholeText = ({ length }: { readonly length: number }): Stretch[] => [{ start: 0, end: length }];

export const lengthOf = ({ start, end }: Stretch): number => end - start;

/** Places (windows, predictions) of several stretches, counted one behind the other. */
export class Places {
  readonly total: number;
  /** the first place of each stretch */
  readonly first: readonly number[];

  /** @param counts how many places each stretch has */
  constructor(counts: readonly number[]) {
    let total = 0;
    this.first = counts.map((count) => (total += count) - count);
    this.total = total;
  }

  /** The stretch that a place lies in, and which of its own it is. */
  find(place: number): { stretch: number; own: number } {
    let [low, high] = [0, this.first.length - 1];
    // the last one that begins there: those before it that begin there too have no place
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.first[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return { stretch: low, own: place - this.first[low] };
  }
}

/**
 * How many places of each stretch are looked at where at most `limit` are: the first ones, of each stretch its share.
 * @param counts places of each stretch
 */
export function evenShare(counts: readonly number[], limit: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total <= limit ? [...counts] : counts.map((count) => Math.floor((count * limit) / total));
}
