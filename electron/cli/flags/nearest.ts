/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
function distance(from: string, to: string): number {
  let previous: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, row[j] + 1, next[j - 1] + 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) next[j] = Math.min(next[j], previous[j - 2] + 1);
    }
    [previous, row] = [row, next];
  }
  return row[to.length];
}

/** Dashes at the beginning, which are alike in all flags and make none of them liker. */
const DASHES = /^-*/;

/** The known names most like a mistyped one, best first; none where nothing is like it. */
export function nearestNames(typed: string, known: readonly string[], count = 3): string[] {
  const limit = Math.max(2, Math.ceil(typed.replace(DASHES, '').length * 0.4));
  return known
    .map((name) => ({ name, edits: name.startsWith(typed) ? 0.5 : distance(typed, name) }))
    .filter(({ edits }) => edits <= limit)
    .sort((one, other) => one.edits - other.edits)
    .slice(0, count)
    .map(({ name }) => name);
}
