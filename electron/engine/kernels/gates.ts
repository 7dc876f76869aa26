/** Columns [i|c|f|o], as TensorFlow's LSTM ops store them, from [i|f|c|o], as Keras speaks; and back: it undoes itself. */
export function swapMiddleGates(values: Float32Array, rows: number): Float32Array {
  const swapped = Float32Array.from(values);
  const width = values.length / rows;
  const units = width / 4;
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    swapped.set(values.subarray(start + 2 * units, start + 3 * units), start + units);
    swapped.set(values.subarray(start + units, start + 2 * units), start + 2 * units);
  }
  return swapped;
}
