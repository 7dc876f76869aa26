/** How much of the falling order to keep: so many entries, or as many as hold this share of the whole weight. */
export interface Limit {
  count?: number;
  /** weight, in the unit of the weights */
  mass?: number;
}

/** Falling weight, ties by rising id: a total order, so that a choice depends on nothing but its weights. */
function before(weights: Float64Array, a: number, b: number): boolean {
  return weights[a] > weights[b] || (weights[a] === weights[b] && a < b);
}

function swap(ids: Int32Array, a: number, b: number): void {
  const id = ids[a];
  ids[a] = ids[b];
  ids[b] = id;
}

/** Moves what stands before the middle of three ids to the front of `[low, high)` and returns where that id then is. */
function partition(ids: Int32Array, weights: Float64Array, low: number, high: number): number {
  const middle = (low + high) >> 1;
  const last = high - 1;
  if (before(weights, ids[middle], ids[low])) swap(ids, middle, low);
  if (before(weights, ids[last], ids[low])) swap(ids, last, low);
  if (before(weights, ids[middle], ids[last])) swap(ids, middle, last);
  const pivot = ids[last];
  let place = low;
  for (let at = low; at < last; at++) {
    if (before(weights, ids[at], pivot)) swap(ids, at, place++);
  }
  swap(ids, place, last);
  return place;
}

/**
 * Reorders `ids[0, count)` so that its first n are the n heaviest, n being the fewest that meet `limit` (all of them
 * where none do). A weighted quickselect: linear on average, nothing is sorted.
 *
 * @param weights one weight for each id, none negative
 * @returns n, at least 1
 */
export function keepLargest(ids: Int32Array, count: number, weights: Float64Array, limit: Limit): number {
  const enough = (kept: number, mass: number) =>
    (limit.count !== undefined && kept >= limit.count) || (limit.mass !== undefined && mass >= limit.mass);
  let low = 0;
  let high = count;
  let massBelow = 0;
  while (low < high) {
    const place = partition(ids, weights, low, high);
    let mass = massBelow;
    for (let at = low; at < place; at++) mass += weights[ids[at]];
    if (place > 0 && enough(place, mass)) {
      high = place;
      continue;
    }
    mass += weights[ids[place]];
    if (enough(place + 1, mass)) return place + 1;
    low = place + 1;
    massBelow = mass;
  }
  return Math.max(1, low);
}

/**
 * Reorders `ids[0, count)` so that those of at least that weight come first, in their order.
 *
 * @returns how many these are, at least 1 where one is that heavy
 */
export function keepHeavy(ids: Int32Array, count: number, weights: Float64Array, least: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const id = ids[at];
    if (weights[id] < least) continue;
    ids[at] = ids[kept];
    ids[kept++] = id;
  }
  return kept;
}

/**
 * The `count` ids of highest score in falling order, ties by rising id.
 *
 * @param excluded an id that is never among them
 */
export function largestIds(scores: Float32Array, count: number, excluded?: number): number[] {
  const top: number[] = [];
  for (let id = 0; id < scores.length; id++) {
    if (id === excluded || (top.length === count && !(scores[id] > scores[top[count - 1]]))) continue;
    let place = Math.min(top.length, count - 1);
    while (place > 0 && scores[id] > scores[top[place - 1]]) {
      top[place] = top[place - 1];
      place--;
    }
    top[place] = id;
  }
  return top;
}
