import { message } from '../../../../contract/message.ts';
import { damaged, unread } from '../faults.ts';
import type { ForeignFile, ForeignSource } from '../foreign-model.ts';
import { putFloats } from '../hdf5/floats.ts';
import type { StoredWeight } from '../stored-weight.ts';
import type { WeightEntry, WeightGroup } from './model-json.ts';

const PIECE = 2 ** 24;

/** Shards as if they were one file. */
function joined(shards: readonly ForeignFile[]): ForeignFile {
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  return {
    bytes,
    async read(position, length) {
      if (position < 0 || position + length > bytes) throw new RangeError(`${length} bytes at ${position} of ${bytes}`);
      const pieces: Buffer[] = [];
      let begin = 0;
      for (const shard of shards) {
        const from = Math.max(position, begin);
        const to = Math.min(position + length, begin + shard.bytes);
        if (from < to) pieces.push(await shard.read(from - begin, to - from));
        begin += shard.bytes;
      }
      return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    },
  };
}

/** @throws Fault where a path is no plain name, or no such file came along */
async function openShard(source: ForeignSource, folder: string, path: string): Promise<ForeignFile> {
  const shown = path.slice(0, 200);
  if (path === '' || /[/\\:\0]/.test(path) || path === '.' || path === '..')
    throw damaged(message('networks.shard-outside', { path: shown }));
  const file = folder + path;
  if (!source.files.includes(file)) throw damaged(message('networks.shard-missing', { path: shown }));
  return source.open(file);
}

const sizeOf = ({ shape }: WeightEntry) => shape.reduce((product, length) => product * length, 1);

const WIDTHS: Readonly<Record<string, number>> = { float32: 4, int32: 4, bool: 1, complex64: 8 };
const QUANTIZED = { uint8: 1, uint16: 2, float16: 2 } as const;

/** Bytes of a number of a weight as it is stored. @throws Fault where nobody knows how many */
function widthOf({ name, dtype, quantization }: WeightEntry): number {
  const width = quantization ? QUANTIZED[quantization.dtype] : WIDTHS[dtype];
  if (width === undefined) throw unread(message('networks.weight-kind', { weight: name }));
  return width;
}

/** Puts stored numbers into `target` from `at` on: floats, or steps of a scale as tfjs counts them. */
function put(target: Float32Array, at: number, bytes: Buffer, { quantization }: WeightEntry): void {
  if (!quantization || quantization.dtype === 'float16')
    return putFloats(target, at, bytes, { width: quantization ? 2 : 4, big: false });
  const { dtype, scale, min } = quantization;
  const wide = dtype === 'uint16';
  const count = wide ? bytes.length / 2 : bytes.length;
  for (let n = 0; n < count; n++) target[at + n] = (wide ? bytes.readUInt16LE(2 * n) : bytes[n]) * scale + min;
}

function storedWeight(file: ForeignFile, entry: WeightEntry, begin: number): StoredWeight {
  const width = widthOf(entry);
  const bytes = sizeOf(entry) * width;
  return {
    name: entry.name,
    shape: entry.shape,
    async read() {
      const values = new Float32Array(sizeOf(entry));
      for (let done = 0; done < bytes; done += PIECE)
        put(values, done / width, await file.read(begin + done, Math.min(PIECE, bytes - done)), entry);
      return values;
    },
  };
}

/**
 * The weights of a group, and where they lie in its shards.
 * @param folder of the source that the shards lie in, ending in a slash where it is not the source itself
 * @throws Fault where the shards hold fewer or more bytes than the weights take
 */
export async function openGroup(source: ForeignSource, folder: string, group: WeightGroup): Promise<StoredWeight[]> {
  const shards: ForeignFile[] = [];
  for (const path of group.paths) shards.push(await openShard(source, folder, path));
  const file = joined(shards);
  const weights: StoredWeight[] = [];
  let begin = 0;
  for (const entry of group.weights) {
    // counts of an optimizer, seeds of a dropout are no weights of a layer
    if (entry.dtype === 'float32') weights.push(storedWeight(file, entry, begin));
    begin += sizeOf(entry) * widthOf(entry);
  }
  if (begin !== file.bytes) throw damaged(message('networks.shard-bytes', { bytes: file.bytes, expected: begin }));
  return weights;
}
