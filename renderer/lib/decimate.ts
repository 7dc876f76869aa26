/** A curve in columns; x rises. */
export interface Columns {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly length: number;
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
 * @param buckets about one a pixel
 */
export function decimate({ x, y, length }: Columns, from: number, to: number, buckets: number): Point[] {
  const start = Math.max(0, lowerBound(x, length, from) - 1);
  const end = Math.min(length, lowerBound(x, length, to) + 1);
  const count = end - start;
  const points: Point[] = [];
  if (count <= buckets * 4) {
    for (let i = start; i < end; i++) if (!Number.isNaN(y[i])) points.push({ x: x[i], y: y[i] });
    return points;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    const first = start + Math.floor((bucket * count) / buckets);
    const last = start + Math.floor(((bucket + 1) * count) / buckets) - 1;
    let low = -1;
    let high = -1;
    for (let i = first; i <= last; i++) {
      if (Number.isNaN(y[i])) continue;
      if (low < 0 || y[i] < y[low]) low = i;
      if (high < 0 || y[i] > y[high]) high = i;
    }
    if (low < 0) continue;
    const kept = [...new Set([first, Math.min(low, high), Math.max(low, high), last])];
    for (const i of kept) if (!Number.isNaN(y[i])) points.push({ x: x[i], y: y[i] });
  }
  return points;
}

/** Exponential smoothing that starts at the first value; `weight` 0 leaves the curve as it is. Gaps stay gaps. */
export function smooth({ x, y, length }: Columns, weight: number): Columns {
  if (weight <= 0) return { x, y, length };
  const held = new Float64Array(length);
  let value = NaN;
  for (let i = 0; i < length; i++) {
    if (Number.isNaN(y[i])) {
      held[i] = NaN;
      continue;
    }
    value = Number.isNaN(value) ? y[i] : value * weight + y[i] * (1 - weight);
    held[i] = value;
  }
  return { x, y: held, length };
}
