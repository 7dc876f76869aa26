import type { FileHandle } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';
import { WordVectors } from '../vectors/word-vectors.ts';
import type { ModelVectors } from '../vectors/word-map.ts';
import { blockSize, weightBlocks } from './keras-weights.ts';
import { describeModel, openWeights } from './read-model.ts';
import { weightFault } from './weight-fault.ts';

const FLOAT_BYTES = 4;
/** Numbers held for one model: 512 MB. The rarest symbols of a model with more are left out. */
const MOST = 2 ** 27;
/** Numbers read at once. */
const PIECE = 2 ** 22;

/** Reads `values.length` numbers that stand `from` numbers behind the file's beginning. */
async function readAt(file: FileHandle, values: Float32Array, from: number): Promise<void> {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  for (let done = 0; done < bytes.length;) {
    const length = Math.min(bytes.length - done, PIECE * FLOAT_BYTES);
    const { bytesRead } = await file.read(bytes, done, length, from * FLOAT_BYTES + done);
    if (bytesRead === 0) throw new RangeError(`the file ended ${bytes.length - done} bytes early`);
    done += bytesRead;
  }
}

/** The first `count` columns of a matrix [rows, columns] as rows, some of its rows at a time. */
async function readColumns(
  file: FileHandle,
  { from, rows, columns, count }: { from: number; rows: number; columns: number; count: number },
): Promise<Float32Array> {
  const values = new Float32Array(count * rows);
  const together = Math.max(1, Math.min(rows, Math.floor(PIECE / columns)));
  for (let row = 0; row < rows; row += together) {
    const piece = new Float32Array(Math.min(together, rows - row) * columns);
    await readAt(file, piece, from + row * columns);
    const height = piece.length / columns;
    for (let column = 0; column < count; column++)
      for (let at = 0; at < height; at++) values[column * rows + row + at] = piece[at * columns + column];
  }
  return values;
}

/**
 * What stands for the symbols of a model: the rows of its embedding or, for one-hot and ordinal input, the columns of its
 * output layer. Only these weights are read, without an engine; all else is checked as `verifyModel` does, the hash of
 * the weights excepted.
 *
 * @param most numbers to hold; of a larger model the most frequent symbols are taken
 * @throws AesopError `model-missing`, `model-file-missing`, `model-damaged`, `model-truncated`, `model-not-finite`,
 *   `model-overflows`, `model-newer`
 */
export async function readWordVectors(folder: string, most = MOST): Promise<ModelVectors> {
  const { files, vocabulary, config } = await describeModel(folder);
  const source = config.input === 'embedding' ? 'embedding' : 'output';
  const parameter = source === 'embedding' ? 'embedding' : 'output/weights';
  const blocks = weightBlocks(config);
  const at = blocks.findIndex((block) => block.parameter === parameter && !block.transposed);
  const from = blocks.slice(0, at).reduce((sum, block) => sum + blockSize(block), 0);
  const [rows, columns] = blocks[at].weights[0].shape;
  const width = source === 'embedding' ? columns : rows;
  const count = Math.min(vocabulary.size, Math.floor(most / width));
  const handle = await openWeights({ files, config });
  try {
    const values =
      source === 'output' ? await readColumns(handle, { from, rows, columns, count }) : new Float32Array(count * width);
    if (source === 'embedding') await readAt(handle, values, from);
    const fault = weightFault(values);
    if (fault) throw new AesopError(fault, { id: files.id, weight: parameter });
    return { vectors: new WordVectors(source, values, width), vocabulary };
  } finally {
    await handle.close();
  }
}
