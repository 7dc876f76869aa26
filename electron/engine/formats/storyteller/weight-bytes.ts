import type { Precision } from '../../../contract/precision.ts';
import type { ModelConfig } from '../../model/model-config.ts';
import { weightBlocks } from '../keras-weights.ts';
import { fromHalf, toHalf } from './float16.ts';

const FLOAT_BYTES = 4;
const HALF_BYTES = 2;
const LARGEST_INT8 = 127;

/** A stretch of a parameter's values as it stands in the page. */
export interface WeightEntry {
  /** name of the parameter; the entries of one follow one another */
  readonly parameter: string;
  readonly precision: Precision;
  readonly rows: number;
  readonly columns: number;
  /** what shares a scale where values are int8: a symbol's vector, or all that goes into one unit */
  readonly scaled: 'row' | 'column';
  readonly bytes: number;
}

function bytesOf({ precision, rows, columns, scaled }: Omit<WeightEntry, 'bytes'>): number {
  if (precision === 'float32') return FLOAT_BYTES * rows * columns;
  if (precision === 'float16') return HALF_BYTES * rows * columns;
  return FLOAT_BYTES * (scaled === 'row' ? rows : columns) + rows * columns;
}

/**
 * Everything that a network needs to tell, in the order that it is written in; a tied matrix once. Biases are few, and stay
 * float32.
 */
export function weightEntries(config: ModelConfig, precision: Precision): WeightEntry[] {
  const blocks = weightBlocks(config).filter(({ transposed }) => !transposed);
  return blocks.flatMap(({ parameter, weights }) =>
    weights.map(({ shape }) => {
      const [rows, columns] = shape.length === 1 ? [1, shape[0]] : shape;
      const entry = {
        parameter,
        precision: shape.length === 1 ? ('float32' as const) : precision,
        rows,
        columns,
        scaled: parameter === 'embedding' ? ('row' as const) : ('column' as const),
      };
      return { ...entry, bytes: bytesOf(entry) };
    }),
  );
}

/** Largest size of what shares a scale, by scale. */
function largest(values: Float32Array, { rows, columns, scaled }: WeightEntry): Float32Array {
  const most = new Float32Array(scaled === 'row' ? rows : columns);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++) {
      const scale = scaled === 'row' ? row : column;
      most[scale] = Math.max(most[scale], Math.abs(values[at]));
    }
  return most;
}

/**
 * The bytes of an entry, little-endian; int8 stands behind its float32 scales, by which it is multiplied.
 * @param values [rows, columns]
 */
export function encodeWeights(values: Float32Array, entry: WeightEntry): Uint8Array {
  const { precision, rows, columns, scaled, bytes } = entry;
  const out = new DataView(new ArrayBuffer(bytes));
  if (precision === 'float32') values.forEach((value, at) => out.setFloat32(FLOAT_BYTES * at, value, true));
  else if (precision === 'float16') values.forEach((value, at) => out.setUint16(HALF_BYTES * at, toHalf(value), true));
  else {
    const scales = largest(values, entry).map((most) => most / LARGEST_INT8);
    scales.forEach((scale, at) => out.setFloat32(FLOAT_BYTES * at, scale, true));
    const first = FLOAT_BYTES * scales.length;
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at++) {
        const scale = scales[scaled === 'row' ? row : column];
        out.setInt8(first + at, scale > 0 ? Math.round(values[at] / scale) : 0);
      }
  }
  return new Uint8Array(out.buffer);
}

/**
 * Reads an entry's bytes back.
 * @param values [rows, columns], to be filled
 */
export function decodeWeights(bytes: Uint8Array, entry: WeightEntry, values: Float32Array): void {
  const { precision, rows, columns, scaled } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = rows * columns;
  if (precision === 'float32') for (let at = 0; at < count; at++) values[at] = view.getFloat32(FLOAT_BYTES * at, true);
  else if (precision === 'float16')
    for (let at = 0; at < count; at++) values[at] = fromHalf(view.getUint16(HALF_BYTES * at, true));
  else {
    const scales = Float32Array.from({ length: scaled === 'row' ? rows : columns }, (_, at) =>
      view.getFloat32(FLOAT_BYTES * at, true),
    );
    const first = FLOAT_BYTES * scales.length;
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at++)
        values[at] = scales[scaled === 'row' ? row : column] * view.getInt8(first + at);
  }
}
