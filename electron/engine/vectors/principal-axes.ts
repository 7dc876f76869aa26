import { Random } from '../random.ts';

const SEED = 1;
/** Turns after which an axis is taken as it is: only axes that matter almost equally are still undecided then. */
const TURNS = 500;
const STILL = 1e-9;

/** Points on their principal axes. */
export interface Projection {
  /** [points, axes] */
  readonly coordinates: Float64Array;
  /** share of all variance that each axis shows, falling */
  readonly shares: number[];
}

/** `points` [count, width] about their mean. */
function centred(points: ArrayLike<number>, width: number): Float64Array {
  const count = points.length / width;
  const mean = new Float64Array(width);
  for (let at = 0; at < points.length; at++) mean[at % width] += points[at] / count;
  return Float64Array.from(points, (value, at) => value - mean[at % width]);
}

/** Products of every two points, [count, count]: its main directions are the coordinates on the points' main axes. */
function gram(points: Float64Array, width: number): Float64Array {
  const count = points.length / width;
  const products = new Float64Array(count * count);
  for (let one = 0; one < count; one++) {
    for (let other = 0; other <= one; other++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += points[one * width + k] * points[other * width + k];
      products[one * count + other] = products[other * count + one] = sum;
    }
  }
  return products;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const count = vector.length;
  const product = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += matrix[row * count + k] * vector[k];
    product[row] = sum;
  }
  return product;
}

const lengthOf = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));

/** The direction of length 1 that a symmetric matrix stretches most, and by how much (power iteration). */
function mainDirection(matrix: Float64Array, count: number, random: Random): { direction: Float64Array; by: number } {
  let direction: Float64Array = Float64Array.from({ length: count }, () => random.normal());
  let by = lengthOf(direction);
  direction.forEach((value, at) => (direction[at] = value / by));
  for (let turn = 0; turn < TURNS; turn++) {
    const next = times(matrix, direction);
    by = lengthOf(next);
    if (by === 0) return { direction: next, by };
    let moved = 0;
    for (let at = 0; at < count; at++) {
      next[at] /= by;
      moved = Math.max(moved, Math.abs(next[at] - direction[at]));
    }
    direction = next;
    if (moved < STILL) break;
  }
  return { direction, by };
}

/** An axis has no sign of its own: the point farthest out lies on the positive side. */
function signOf(coordinates: Float64Array): 1 | -1 {
  return coordinates.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0) < 0 ? -1 : 1;
}

/**
 * Points projected on the directions in which they differ most; for some thousand points at most. The same points give
 * the same projection on every run.
 * @param points [count, width]
 */
export function principalAxes(points: ArrayLike<number>, width: number, axes: number): Projection {
  const count = points.length / width;
  const products = gram(centred(points, width), width);
  let variance = 0;
  for (let point = 0; point < count; point++) variance += products[point * (count + 1)];
  const random = new Random(SEED);
  const coordinates = new Float64Array(count * axes);
  const shares: number[] = [];
  for (let axis = 0; axis < axes; axis++) {
    const { direction, by } = mainDirection(products, count, random);
    const scale = Math.sqrt(by) * signOf(direction);
    for (let point = 0; point < count; point++) coordinates[point * axes + axis] = direction[point] * scale;
    for (let at = 0; at < products.length; at++)
      products[at] -= by * direction[Math.floor(at / count)] * direction[at % count];
    shares.push(variance > 0 ? by / variance : 0);
  }
  return { coordinates, shares };
}
