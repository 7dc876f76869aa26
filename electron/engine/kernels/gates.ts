/**
 * The hard sigmoid of Keras 1 and 2 and of tfjs, clip(slope * x + middle, 0, 1) (github.com/tensorflow/tfjs,
 * tfjs-layers/src/activations.ts); Keras 3 calls another one so.
 */
export const HARD_SIGMOID = { slope: 0.2, middle: 0.5 } as const;

export const hardSigmoid = (x: number): number =>
  Math.min(1, Math.max(0, HARD_SIGMOID.slope * x + HARD_SIGMOID.middle));

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
