const GATES = 4;
/** The gate that is no gate but what comes in; it goes through tanh. */
const CANDIDATE = 2;

/** A matrix of four gates' columns side by side, i, f, c, o; a bias is one of a single row. */
export interface GateMatrix {
  readonly values: Float32Array;
  readonly rows: number;
  /** columns of a gate */
  readonly units: number;
}

/**
 * More rows and units, all zeros: such a unit's memory begins with nothing and gets half of nothing at every step, so that
 * it tells nothing to anybody, for ever.
 */
export function padGates({ values, rows, units }: GateMatrix, toRows: number, toUnits: number): Float32Array {
  if (rows === toRows && units === toUnits) return values;
  const padded = new Float32Array(toRows * GATES * toUnits);
  for (let row = 0; row < rows; row++)
    for (let gate = 0; gate < GATES; gate++) {
      const from = (row * GATES + gate) * units;
      padded.set(values.subarray(from, from + units), (row * GATES + gate) * toUnits);
    }
  return padded;
}

/** What the three gates' sums are made of, multiplied; in place. */
export function scaleGates({ values, rows, units }: GateMatrix, scale: number): void {
  if (scale === 1) return;
  for (let row = 0; row < rows; row++)
    for (let gate = 0; gate < GATES; gate++)
      if (gate !== CANDIDATE)
        for (let at = (row * GATES + gate) * units, end = at + units; at < end; at++) values[at] *= scale;
}

/** A matrix as cuDNN keeps it: the numbers of each gate, row by row, are those of its transpose. */
export function fromCudnn({ values, rows, units }: GateMatrix): Float32Array {
  const result = new Float32Array(values.length);
  const width = GATES * units;
  for (let row = 0; row < rows; row++)
    for (let gate = 0; gate < GATES; gate++)
      for (let unit = 0; unit < units; unit++) {
        const at = unit * rows + row;
        result[row * width + gate * units + unit] =
          values[Math.floor(at / units) * width + gate * units + (at % units)];
      }
  return result;
}

/** cuDNN adds two biases, one behind the other. */
export function sumOfHalves(values: Float32Array): Float32Array {
  const half = values.length / 2;
  return values.subarray(0, half).map((value, at) => value + values[half + at]);
}
