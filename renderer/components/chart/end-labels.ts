/** From one label's baseline to the next, pixels. */
export const LABEL_GAP = 14;
/** From a point down to the baseline of a label beside it. */
const BELOW = 4;

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

/** Curves that end farther from one another have labels that never meet. */
const LABEL_WIDTH = 130;

/**
 * Where the labels of curves stand that end at these points: those that end near one another make room for each other.
 * @returns baselines, undefined where there is no room
 */
export function placeEnds(
  ends: readonly { readonly x: number; readonly y: number }[],
  top: number,
  bottom: number,
): (number | undefined)[] {
  const groups: number[][] = [];
  const byX = [...ends.keys()].sort((one, other) => ends[one].x - ends[other].x);
  for (const index of byX) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && ends[index].x - ends[last].x < LABEL_WIDTH) groups.at(-1)?.push(index);
    else groups.push([index]);
  }
  const places: (number | undefined)[] = ends.map(() => undefined);
  for (const group of groups) {
    const order = group.sort((one, other) => one - other);
    const wished = order.map((index) => ends[index].y + BELOW);
    placeLabels(wished, top, bottom).forEach((place, at) => (places[order[at]] = place));
  }
  return places;
}
