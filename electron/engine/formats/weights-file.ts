import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';
import type { LanguageModel, ModelConfig } from '../model/index.ts';
import { blockSize, weightBlocks, type WeightBlock, type WeightShape } from './keras-weights.ts';
import { weightFault } from './weight-fault.ts';

/** Node hashes and reads less than 2 GiB at once. */
const CHUNK_BYTES = 64 * 2 ** 20;
/** Rows of a transpose made at a time, so that it needs no second copy of a large embedding. */
const TRANSPOSED_ROWS = 64;

/** The bytes of float32 values as they lie in memory: little-endian on every processor that TensorFlow has a build for. */
export function bytesOf(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** `values` [rows, columns] column by column, some columns at a time. */
function* transpose(values: Float32Array, [rows, columns]: readonly number[]): Generator<Float32Array> {
  for (let first = 0; first < columns; first += TRANSPOSED_ROWS) {
    const count = Math.min(TRANSPOSED_ROWS, columns - first);
    const piece = new Float32Array(count * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < count; column++)
        piece[column * rows + row] = values[row * columns + first + column];
    }
    yield piece;
  }
}

/** The numbers of a block in their order, in pieces of any size; no two blocks are asked for at once. */
export type BlockValues = (block: WeightBlock) => Iterable<Float32Array> | AsyncIterable<Float32Array>;

/** The blocks of a model that an engine holds; one parameter at a time is in memory. */
export function valuesOf(model: LanguageModel): BlockValues {
  const parameters = new Map(model.parameters.map((parameter) => [parameter.name, parameter]));
  return function* (block) {
    const parameter = parameters.get(block.parameter)!;
    const values = parameter.values();
    if (block.transposed) yield* transpose(values, parameter.shape);
    else yield values;
  };
}

/**
 * Writes the weights of a model into a new file, float32, block after block.
 *
 * @param id of the model, for errors
 * @returns size and SHA-256 of the file
 * @throws AesopError `model-not-finite`, `model-overflows`, and what `values` throws
 */
export async function writeWeights(
  path: string,
  config: WeightShape,
  values: BlockValues,
  id: string,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let bytes = 0;
  try {
    for (const block of weightBlocks(config)) {
      for await (const piece of values(block)) {
        const fault = weightFault(piece);
        if (fault) throw new AesopError(fault, { id, weight: block.parameter });
        for (const chunk of chunksOf(bytesOf(piece))) {
          hash.update(chunk);
          await file.writeFile(chunk);
          bytes += chunk.length;
        }
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A block as it stands in the file, or the next piece of it. */
export interface ReadBlock {
  readonly block: WeightBlock;
  readonly values: Float32Array;
}

/** Fills `bytes` with what comes next in a file. @throws RangeError where it ends before */
export async function readFully(file: FileHandle, bytes: Buffer): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, null);
    if (bytesRead === 0) throw new RangeError(`the file ended ${bytes.length - done} bytes early`);
    done += bytesRead;
  }
}

/**
 * Reads the weights block by block from an open file of as many bytes as the contract's `weightsFileBytes`.
 *
 * @param most numbers in memory: a larger block comes in pieces
 * @returns SHA-256 of all of it
 */
export async function* readWeights(
  file: FileHandle,
  config: ModelConfig,
  most = Infinity,
): AsyncGenerator<ReadBlock, string> {
  const hash = createHash('sha256');
  for (const block of weightBlocks(config)) {
    for (let left = blockSize(block); left > 0; left -= most) {
      const values = new Float32Array(Math.min(left, most));
      for (const chunk of chunksOf(bytesOf(values))) {
        await readFully(file, chunk);
        hash.update(chunk);
      }
      yield { block, values };
    }
  }
  return hash.digest('hex');
}
