import type { Columns } from '../../../lib/decimate.ts';
import { Extremes } from '../../../lib/extremes.ts';

export interface Tracked {
  readonly columns: Columns;
  /** of the curve before smoothing; NaN where it has no point */
  readonly low: number;
  readonly high: number;
  /** its newest point before smoothing */
  readonly last: number;
}

/** From so many points on a curve is smoothed as asked; a shorter one less, lest it lag behind what it shows. */
const ENOUGH_POINTS = 250;

/** The weight of exponential smoothing for a curve of that many points. */
export const weightFor = (weight: number, points: number): number => weight * Math.min(1, points / ENOUGH_POINTS);

/**
 * Smooths a growing curve and knows its extent, at the cost of its new points only: with a million of them a report
 * still costs nothing. The smoothing is exponential and starts at the first value; gaps stay gaps.
 */
export class TrackedCurve {
  #weight = -1;
  #held = new Float64Array(0);
  #extremes = new Extremes();
  #done = 0;
  #value = NaN;
  #low = NaN;
  #high = NaN;
  #last: { x: number; y: number } = { x: NaN, y: NaN };

  of(columns: Columns, weight: number): Tracked {
    if (weight !== this.#weight || !this.#goesOn(columns)) this.#begin(weight);
    this.#grow(columns.length);
    for (let i = this.#done; i < columns.length; i++) this.#take(i, columns.y[i]);
    this.#done = columns.length;
    if (this.#done > 0) this.#last = { x: columns.x[this.#done - 1], y: columns.y[this.#done - 1] };
    const { x, length } = columns;
    const smoothed = weight <= 0 ? { ...columns } : { x, y: this.#held, length, extremes: this.#extremes };
    return { columns: smoothed, low: this.#low, high: this.#high, last: this.#last.y };
  }

  #goesOn({ x, y, length }: Columns): boolean {
    const at = this.#done - 1;
    return at < 0 || (length >= this.#done && x[at] === this.#last.x && Object.is(y[at], this.#last.y));
  }

  #begin(weight: number): void {
    this.#weight = weight;
    this.#extremes = new Extremes();
    this.#done = 0;
    this.#value = this.#low = this.#high = NaN;
  }

  #grow(length: number): void {
    if (this.#weight <= 0 || length <= this.#held.length) return;
    const room = new Float64Array(Math.max(1024, 2 * length));
    room.set(this.#held);
    this.#held = room;
  }

  #take(index: number, value: number): void {
    if (!Number.isNaN(value)) {
      this.#value = Number.isNaN(this.#value) ? value : this.#value * this.#weight + value * (1 - this.#weight);
      if (!(value >= this.#low)) this.#low = value;
      if (!(value <= this.#high)) this.#high = value;
    }
    if (this.#weight > 0) this.#held[index] = Number.isNaN(value) ? NaN : this.#value;
  }
}
