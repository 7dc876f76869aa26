/** Each id once, in order of appearance, and where in that list each of `ids` stands. */
export function groupIds(ids: Int32Array): { distinct: Int32Array; places: Int32Array } {
  const places = new Int32Array(ids.length);
  const distinct = new Int32Array(ids.length);
  const known = new Map<number, number>();
  for (let k = 0; k < ids.length; k++) {
    let place = known.get(ids[k]);
    if (place === undefined) {
      place = known.size;
      known.set(ids[k], place);
      distinct[place] = ids[k];
    }
    places[k] = place;
  }
  return { distinct: distinct.slice(0, known.size), places };
}
