/** Where each row's target stands in a matrix of logits: row, column, row, column, … */
export function targetPlaces(targets: Int32Array): Int32Array {
  const places = new Int32Array(2 * targets.length);
  for (let row = 0; row < targets.length; row++) {
    places[2 * row] = row;
    places[2 * row + 1] = targets[row];
  }
  return places;
}
