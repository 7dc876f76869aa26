/**
 * Damerau-Levenshtein distance (optimal string alignment: insertions, deletions, substitutions, swaps of neighbours)
 * in UTF-16 units, or `bound + 1` as soon as it is known to be greater than `bound`.
 */
export function spellingDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) distance = Math.min(distance, beforeLast[column - 2] + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length];
}
