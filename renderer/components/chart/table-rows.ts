import type { Columns } from '../../lib/decimate.ts';
import { lowerBound } from '../../lib/decimate.ts';

/** One abscissa, and each curve's ordinate there, in their order; nothing where a curve has no point. */
export interface TableRow {
  readonly x: number;
  readonly y: readonly (number | undefined)[];
}

/** Every so many-th of `length` indices, first and last among them. */
function spread(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  return Array.from({ length: most }, (_, index) => Math.round((index * (length - 1)) / (most - 1)));
}

function at({ x, y, length }: Columns, abscissa: number): number | undefined {
  const index = lowerBound(x, length, abscissa);
  return index < length && x[index] === abscissa && !Number.isNaN(y[index]) ? y[index] : undefined;
}

/**
 * Curves as rows that can be read through. Where they have more points than that, the curve of fewest points comes
 * first, so that what is measured seldom (validation) is not lost between what is measured often.
 * @param most rows, at least 2
 * @returns rows by rising x, and whether they are all
 */
export function tableRows(curves: readonly Columns[], most: number): { rows: TableRow[]; all: boolean } {
  const chosen = new Set<number>();
  let all = true;
  for (const curve of [...curves].sort((a, b) => a.length - b.length)) {
    const left = Math.max(2, most - chosen.size);
    const indices = spread(curve.length, left);
    if (indices.length < curve.length) all = false;
    for (const index of indices) chosen.add(curve.x[index]);
  }
  const rows = [...chosen].sort((a, b) => a - b).map((x) => ({ x, y: curves.map((curve) => at(curve, x)) }));
  return { rows, all };
}
