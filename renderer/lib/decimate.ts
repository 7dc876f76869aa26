import { scan, type Extremes } from './extremes.ts';

/** A curve in columns; x rises. */
export interface Columns {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly length: number;
  /** of y, where the curve grows: whoever cuts the curve cuts them */
  readonly extremes?: Extremes;
}
export interface Point {
  x: number;
  y: number;
}

/** First index whose x is not below `value`. */
export function lowerBound(x: ArrayLike<number>, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The part of a curve between two abscissae with at most four points a bucket (first, lowest, highest, last), so that
 * no spike is lost however many points there are. One more point on either side keeps the line going to the edge.
 * Buckets begin at the same points while the curve grows or is moved, lest it shimmer. A curve with its extremes at hand
 * costs its buckets, one without costs its points.
 * @param buckets about one a pixel; half as many to all of them are used
 */
export function decimate({ x, y, length, extremes }: Columns, from: number, to: number, buckets: number): Point[] {
  const start = Math.max(0, lowerBound(x, length, from) - 1);
  const end = Math.min(length, lowerBound(x, length, to) + 1);
  const points: Point[] = [];
  const keep = (i: number) => !Number.isNaN(y[i]) && points.push({ x: x[i], y: y[i] });
  if (end - start <= buckets * 4) {
    for (let i = start; i < end; i++) keep(i);
    return points;
  }
  extremes?.follow(y, length);
  const size = 2 ** Math.ceil(Math.log2((end - start) / buckets));
  for (let first = start; first < end;) {
    const next = Math.min(end, first - (first % size) + size);
    const { low, high } = extremes ? extremes.between(y, first, next) : scan(y, first, next);
    const kept = new Set([first, Math.min(low, high), Math.max(low, high), next - 1]);
    if (low >= 0) kept.forEach(keep);
    first = next;
  }
  return points;
}
