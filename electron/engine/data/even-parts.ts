/**
 * Cuts `total` into the fewest parts of at most `limit`, whose sizes differ by at most one: no tiny last part, whose
 * mean gradient would be noisier than all others.
 */
export class EvenParts {
  readonly total: number;
  readonly count: number;

  constructor(total: number, limit: number) {
    this.total = total;
    this.count = Math.max(1, Math.ceil(total / limit));
  }

  /** How many parts have which size. */
  sizes(): Map<number, number> {
    const small = Math.floor(this.total / this.count);
    const larger = this.total % this.count;
    return new Map([[small, this.count - larger], ...(larger > 0 ? [[small + 1, larger] as const] : [])]);
  }

  /** Where part `index` begins; `start(count)` is the end. */
  start(index: number): number {
    return Math.floor((index * this.total) / this.count);
  }
}

/** The keys of a count, the most frequent first. */
export const mostFrequent = (counts: ReadonlyMap<number, number>): number[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([size]) => size);
