/** From one label's baseline to the next, pixels. */
export const LABEL_GAP = 14;

/**
 * Baselines of labels that stand at their curves' ends as nearly as they can, none over another or over the axis below.
 * @param wished baselines, those of most weight first
 * @param top highest baseline, and `bottom` the lowest
 * @returns one each; undefined for those of least weight where there is no room for all
 */
export function placeLabels(wished: readonly number[], top: number, bottom: number): (number | undefined)[] {
  const room = Math.max(0, Math.floor((bottom - top) / LABEL_GAP + 1e-9) + 1);
  const order = wished
    .map((y, index) => ({ y: Math.min(bottom, Math.max(top, y)), index }))
    .slice(0, room)
    .sort((a, b) => a.y - b.y);
  let least = -Infinity;
  for (const label of order) least = (label.y = Math.max(label.y, least)) + LABEL_GAP;
  let most = bottom;
  for (const label of order.toReversed()) most = (label.y = Math.min(label.y, most)) - LABEL_GAP;
  const placed = new Map(order.map(({ y, index }) => [index, y]));
  return wished.map((_, index) => placed.get(index));
}
