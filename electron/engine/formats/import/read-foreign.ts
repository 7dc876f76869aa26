import { parseBoundedJson } from '../../../contract/bounded-json.ts';
import type { JsonBounds } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import type { ForeignFile } from './foreign-model.ts';
import { damaged } from './faults.ts';

const FLOAT_BYTES = 4;
/** Read at once, so that no more memory is taken than there are bytes. */
const PIECE = 2 ** 26;

/**
 * JSON of a whole file, looked through before it is parsed.
 * @throws Fault
 */
export async function readJson(file: ForeignFile, bounds: JsonBounds): Promise<unknown> {
  const { bytes } = file;
  if (bytes > bounds.bytes) throw damaged(message('phrases.file-large', { bytes, limit: bounds.bytes }));
  return parseJson(await file.read(0, bytes), bounds);
}

/** @throws Fault */
export function parseJson(bytes: Buffer, bounds: JsonBounds): unknown {
  try {
    return parseBoundedJson(bytes.toString('utf8'), bounds);
  } catch {
    throw damaged(message('phrases.not-json'));
  }
}

/** `count` float32 from a byte on, little-endian. @throws RangeError beyond the end, before memory is taken */
export async function readFloats(file: ForeignFile, position: number, count: number): Promise<Float32Array> {
  const bytes = count * FLOAT_BYTES;
  if (position < 0 || position + bytes > file.bytes) throw new RangeError(`${position + bytes} is beyond the end`);
  const values = new Float32Array(count);
  const into = Buffer.from(values.buffer);
  for (let done = 0; done < bytes; done += PIECE)
    (await file.read(position + done, Math.min(PIECE, bytes - done))).copy(into, done);
  return values;
}

/** A matrix [rows, columns] as its transpose. */
export function turned(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) result[column * rows + row] = values[row * columns + column];
  return result;
}
