import { message } from '../../../../contract/message.ts';
import { IMPORT_LIMITS } from '../../../../contract/limits.ts';
import { unfit } from '../faults.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { named, type Placed } from './options.ts';
import { shaped, type WeightsOf } from './shaped-weights.ts';

/** A layer that multiplies and adds, which the one that takes it in can do as well: a normalization that has learnt, a linear Dense, a factor. */
export type PlannedAffine = { readonly layer: Placed } & (
  | { readonly kind: 'norm'; readonly scale: boolean; readonly center: boolean; readonly epsilon: number }
  | { readonly kind: 'rescale'; readonly factor: number; readonly offset: number }
  | { readonly kind: 'dense'; readonly units: number; readonly bias: boolean }
);

/** Products that folding a layer into another may take: a minute. */
const MOST_PRODUCTS = 2 ** 36;

/** What a layer does to a vector: x A + t. */
export interface Affine {
  readonly columns: number;
  /** A M, for a matrix M of so many columns */
  into(matrix: Float32Array, columns: number): Promise<Float32Array>;
  /** M A, where what it adds is left out */
  behind(matrix: Float32Array): Promise<Float32Array>;
  /** x A + t of one vector */
  of(vector: Float32Array): Promise<Float32Array>;
}

/** A matrix [rows, inner] times one [inner, columns]. */
export function product(left: Float32Array, right: Float32Array, inner: number, columns: number): Float32Array {
  const rows = left.length / inner;
  const result = new Float32Array(rows * columns);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let at = 0; at < inner; at++) {
      const factor = left[row * inner + at];
      for (let column = 0, from = at * columns; column < columns; column++)
        sums[column] += factor * right[from + column];
    }
    result.set(sums, row * columns);
  }
  return result;
}

const added = (values: Float32Array, others: Float32Array) => values.map((value, at) => value + others[at]);

function ofDense(
  planned: PlannedAffine & { kind: 'dense' },
  [kernel, bias]: readonly StoredWeight[],
  rows: number,
): Affine {
  const { units } = planned;
  return {
    columns: units,
    into: async (matrix, columns) => product(await kernel.read(), matrix, units, columns),
    behind: async (matrix) => product(matrix, await kernel.read(), rows, units),
    async of(vector) {
      const sums = product(vector, await kernel.read(), rows, units);
      return bias ? added(sums, await bias.read()) : sums;
    },
  };
}

function ofNorm(
  { scale, center, epsilon }: PlannedAffine & { kind: 'norm' },
  weights: readonly StoredWeight[],
  rows: number,
): Affine {
  const [mean, variance] = weights.slice(-2);
  const [gamma, beta] = [scale ? weights[0] : undefined, center ? weights[scale ? 1 : 0] : undefined];
  const factors = async () => {
    const learnt = await gamma?.read();
    return (await variance.read()).map((value, at) => (learnt?.[at] ?? 1) / Math.sqrt(value + epsilon));
  };
  return {
    columns: rows,
    async into(matrix, columns) {
      const by = await factors();
      return matrix.map((value, at) => value * by[Math.floor(at / columns)]);
    },
    async behind(matrix) {
      const by = await factors();
      return matrix.map((value, at) => value * by[at % rows]);
    },
    async of(vector) {
      const [by, means, shift] = [await factors(), await mean.read(), await beta?.read()];
      return vector.map((value, at) => (value - means[at]) * by[at] + (shift?.[at] ?? 0));
    },
  };
}

function ofRescale({ factor, offset }: PlannedAffine & { kind: 'rescale' }, rows: number): Affine {
  const multiplied = async (matrix: Float32Array) => matrix.map((value) => value * factor);
  return {
    columns: rows,
    into: multiplied,
    behind: multiplied,
    of: async (vector) => vector.map((value) => value * factor + offset),
  };
}

/** How many weights it has. */
export function affineCount(planned: PlannedAffine): number {
  if (planned.kind === 'rescale') return 0;
  return planned.kind === 'dense' ? 1 + Number(planned.bias) : 2 + Number(planned.scale) + Number(planned.center);
}

/** @throws Fault where its weights are not of that shape */
async function affineOf(weightsOf: WeightsOf, planned: PlannedAffine, rows: number): Promise<Affine> {
  const { layer } = planned;
  if (planned.kind === 'rescale') return ofRescale(planned, rows);
  if (planned.kind === 'dense') {
    const shapes = planned.bias ? [[rows, planned.units], [planned.units]] : [[rows, planned.units]];
    return ofDense(planned, await shaped(weightsOf, layer, shapes), rows);
  }
  const shapes = new Array<number[]>(affineCount(planned)).fill([rows]);
  return ofNorm(planned, await shaped(weightsOf, layer, shapes), rows);
}

/** @throws Fault where memory or time would not do for all of them */
function checkFold(planned: readonly PlannedAffine[], rows: number, others: number): void {
  let [inner, products] = [rows, 0];
  for (const each of planned) {
    if (each.kind !== 'dense') continue;
    products += inner * each.units * others;
    const most = Math.max(inner, others) * each.units;
    if (most > IMPORT_LIMITS.weight || products > MOST_PRODUCTS)
      throw unfit(message('networks.layer-fold', named(each.layer)));
    inner = each.units;
  }
}

/**
 * Layers one behind the other as one.
 * @param rows numbers that come in
 * @param others rows or columns of the matrix that they are multiplied with
 * @throws Fault where their weights are not of that shape, or too many
 */
export async function affinesOf(
  weightsOf: WeightsOf,
  planned: readonly PlannedAffine[],
  rows: number,
  others: number,
): Promise<Affine> {
  checkFold(planned, rows, others);
  const affines: Affine[] = [];
  let columns = rows;
  for (const each of planned) {
    const affine = await affineOf(weightsOf, each, columns);
    affines.push(affine);
    columns = affine.columns;
  }
  return {
    columns,
    async into(matrix, width) {
      for (const affine of [...affines].reverse()) matrix = await affine.into(matrix, width);
      return matrix;
    },
    async behind(matrix) {
      for (const affine of affines) matrix = await affine.behind(matrix);
      return matrix;
    },
    async of(vector) {
      for (const affine of affines) vector = await affine.of(vector);
      return vector;
    },
  };
}
