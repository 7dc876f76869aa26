/** A point of a curve; y is missing where a measure was no number. */
export interface Point {
  readonly x: number;
  readonly y: number | undefined;
}

/** A point with a number. */
export type Measured = Point & { readonly y: number };

/** A measure by rising step, in two rows of numbers. */
export class Curve {
  readonly #steps: number[] = [];
  readonly #values: number[] = [];

  /** @param value left out where it was not measured; null where it was no number, which breaks the line */
  add(step: number, value: number | null | undefined): void {
    if (value === undefined) return;
    this.#steps.push(step);
    this.#values.push(value ?? NaN);
  }

  get length(): number {
    return this.#steps.length;
  }

  /** The number at a step, or the newest before it. */
  valueAt(step: number): number | undefined {
    return this.#at(this.#steps.findLastIndex((each) => each <= step))?.y;
  }

  #at(index: number): Measured | undefined {
    const y = this.#values[index];
    return Number.isFinite(y) ? { x: this.#steps[index], y } : undefined;
  }

  /** The first and the last number, the lowest and the highest; nothing where there is none. */
  get ends(): { first: Measured; last: Measured; lowest: Measured; highest: Measured } | undefined {
    let [first, last, lowest, highest]: (Measured | undefined)[] = [];
    for (let index = 0; index < this.length; index++) {
      const point = this.#at(index);
      if (!point) continue;
      first ??= point;
      last = point;
      if (!lowest || point.y < lowest.y) lowest = point;
      if (!highest || point.y > highest.y) highest = point;
    }
    return first && { first, last: last!, lowest: lowest!, highest: highest! };
  }

  /** At most four points of each of so many stretches: the first, the lowest, the highest, the last; breaks stay. */
  thinned(stretches: number): Point[] {
    const size = Math.max(1, Math.ceil(this.length / stretches));
    const points: Point[] = [];
    for (let from = 0; from < this.length; from += size) {
      const to = Math.min(this.length, from + size);
      let [low, high, broken] = [-1, -1, -1];
      for (let index = from; index < to; index++) {
        if (!Number.isFinite(this.#values[index])) broken = index;
        else if (low < 0 || this.#values[index] < this.#values[low]) low = index;
        if (Number.isFinite(this.#values[index]) && (high < 0 || this.#values[index] > this.#values[high]))
          high = index;
      }
      const kept = new Set([from, low, high, broken, to - 1].filter((index) => index >= 0).sort((a, b) => a - b));
      for (const index of kept) points.push(this.#at(index) ?? { x: this.#steps[index], y: undefined });
    }
    return points;
  }
}
