/** Rows drawn above and below those that are seen. */
const BEYOND = 8;

/**
 * The rows of a long list that are worth drawing.
 * @param top how far the list is scrolled, and `height` what is seen of it, in pixels
 * @param row height of each row, pixels
 * @param count rows in all
 * @param at a row that is drawn wherever the list is scrolled to: the keys are at it
 */
export function rowsInSight(top: number, height: number, row: number, count: number, at: number): number[] {
  const from = Math.max(0, Math.min(count - 1, Math.floor(top / row)) - BEYOND);
  const to = Math.min(count, Math.ceil((top + height) / row) + BEYOND);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (at < 0 || at >= count || rows.includes(at)) return rows;
  return at < from ? [at, ...rows] : [...rows, at];
}
