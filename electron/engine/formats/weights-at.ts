import type { FileHandle } from 'node:fs/promises';
import { bytesOf } from './weights-file.ts';

const FLOAT_BYTES = 4;
/** Numbers read at once. */
const PIECE = 2 ** 22;
/** Runs of fewer numbers are not read one by one: what lies between them is read too. */
const SHORT = 2 ** 12;

/** Reads `values.length` numbers that stand `from` numbers behind the file's beginning. */
export async function readAt(file: FileHandle, values: Float32Array, from: number): Promise<void> {
  const bytes = bytesOf(values);
  for (let done = 0; done < bytes.length;) {
    const length = Math.min(bytes.length - done, PIECE * FLOAT_BYTES);
    const { bytesRead } = await file.read(bytes, done, length, from * FLOAT_BYTES + done);
    if (bytesRead === 0) throw new RangeError(`the file ended ${bytes.length - done} bytes early`);
    done += bytesRead;
  }
}

/**
 * `count` columns from the `first` on of a matrix [rows, columns], as rows [count, rows].
 * @param from where the matrix begins, in numbers
 */
export async function readColumns(
  file: FileHandle,
  { from, rows, columns, first, count }: { from: number; rows: number; columns: number; first: number; count: number },
): Promise<Float32Array> {
  const values = new Float32Array(count * rows);
  // several rows at once where a run of one is short
  const whole = count < SHORT;
  const together = whole ? Math.max(1, Math.min(rows, Math.floor(PIECE / columns))) : 1;
  for (let row = 0; row < rows; row += together) {
    const height = Math.min(together, rows - row);
    const piece = new Float32Array(whole ? (height - 1) * columns + count : count);
    await readAt(file, piece, from + row * columns + first);
    const stride = whole ? columns : count;
    for (let at = 0; at < height; at++)
      for (let column = 0; column < count; column++) values[column * rows + row + at] = piece[at * stride + column];
  }
  return values;
}
