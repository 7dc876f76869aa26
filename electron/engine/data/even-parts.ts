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

  /** Where part `index` begins; `start(count)` is the end. */
  start(index: number): number {
    return Math.floor((index * this.total) / this.count);
  }
}
