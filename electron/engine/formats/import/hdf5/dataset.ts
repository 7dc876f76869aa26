import { isTight } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { damaged, unread } from '../faults.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { readChunks, readFilters, unpacked, type Chunk } from './chunks.ts';
import { floatKind, putFloats, type FloatKind } from './floats.ts';
import { KIND, type HeaderMessage } from './object-header.ts';
import { readShape } from './shape.ts';
import { Fields, NOWHERE, type Structure } from './structure.ts';

/** Bytes that are read at once. */
const PIECE = 2 ** 24;
const [COMPACT, CONTIGUOUS, CHUNKED] = [0, 1, 2];

interface Numbers {
  readonly name: string;
  readonly shape: readonly number[];
  readonly kind: FloatKind;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** In one piece. */
function contiguous(structure: Structure, address: number, { name, shape, kind }: Numbers): StoredWeight {
  const bytes = sizeOf(shape) * kind.width;
  if (address === NOWHERE || address + bytes > structure.file.bytes)
    throw damaged(message('networks.weight-place', { weight: name }));
  return {
    name,
    shape,
    async read() {
      const values = new Float32Array(sizeOf(shape));
      for (let done = 0; done < bytes; done += PIECE) {
        const piece = await structure.file.read(address + done, Math.min(PIECE, bytes - done));
        putFloats(values, done / kind.width, piece, kind);
      }
      return values;
    },
  };
}

/** Puts a chunk at its place; what of it lies beyond the dataset is filling. */
function place(
  values: Float32Array,
  chunk: Float32Array,
  offsets: readonly number[],
  lengths: readonly number[],
  shape: readonly number[],
): void {
  const last = shape.length - 1;
  const run = Math.min(lengths[last], shape[last] - offsets[last]);
  const rows = sizeOf(lengths.slice(0, last));
  for (let row = 0; row < rows; row++) {
    let [to, rest, inside, stride] = [offsets[last], row, true, shape[last]];
    for (let axis = last - 1; axis >= 0; axis--) {
      const index = offsets[axis] + (rest % lengths[axis]);
      rest = Math.floor(rest / lengths[axis]);
      inside &&= index < shape[axis];
      to += index * stride;
      stride *= shape[axis];
    }
    if (inside) values.set(chunk.subarray(row * lengths[last], row * lengths[last] + run), to);
  }
}

/** In chunks, every one of which is there, once. */
function chunked(
  structure: Structure,
  chunks: readonly Chunk[],
  lengths: readonly number[],
  filters: readonly number[],
  numbers: Numbers,
): StoredWeight {
  const { name, shape, kind } = numbers;
  const length = sizeOf(lengths) * kind.width;
  const expected = sizeOf(shape.map((size, axis) => Math.ceil(size / lengths[axis])));
  const packed = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  // several chunks that are the same bytes are how a small file holds a large weight
  const fits =
    packed <= structure.file.bytes &&
    chunks.every(
      ({ offsets, address, bytes }) =>
        offsets.every((offset, axis) => offset % lengths[axis] === 0 && offset < shape[axis]) &&
        address + bytes <= structure.file.bytes,
    );
  const places = new Set(chunks.map(({ offsets }) => offsets.join()));
  if (!fits || places.size !== expected || chunks.length !== expected)
    throw damaged(message('networks.weight-place', { weight: name }));
  const bytes = chunks.length * length;
  if (isTight(packed, bytes)) throw damaged(message('networks.weight-tight', { weight: name, packed, bytes }));
  return {
    name,
    shape,
    async read() {
      const values = new Float32Array(sizeOf(shape));
      const chunk = new Float32Array(sizeOf(lengths));
      for (const { offsets, address, bytes, mask } of chunks) {
        const stored = await structure.file.read(address, bytes);
        putFloats(chunk, 0, unpacked(stored, filters, mask, length, kind.width), kind);
        place(values, chunk, offsets, lengths, shape);
      }
      return values;
    },
  };
}

async function inChunks(
  structure: Structure,
  layout: Fields,
  filters: readonly number[],
  numbers: Numbers,
): Promise<StoredWeight> {
  const rank = layout.number(1) - 1;
  const tree = layout.number(8);
  const lengths = Array.from({ length: Math.max(0, rank) }, () => layout.number(4));
  if (rank !== numbers.shape.length || rank === 0 || sizeOf(lengths) === 0 || layout.number(4) !== numbers.kind.width)
    throw damaged(message('phrases.header-unfit'));
  if (tree === NOWHERE) throw damaged(message('networks.weight-place', { weight: numbers.name }));
  return chunked(structure, await readChunks(structure, tree, rank), lengths, filters, numbers);
}

/**
 * The dataset that these messages are of; no number of it is read yet.
 * @param name how errors call it
 */
export async function readDataset(
  structure: Structure,
  messages: readonly HeaderMessage[],
  name: string,
): Promise<StoredWeight> {
  const of = (kind: number) => messages.find((each) => each.kind === kind)?.body;
  const [space, type, layout] = [of(KIND.dataspace), of(KIND.datatype), of(KIND.layout)];
  if (!space || !type || !layout) throw damaged(message('networks.weight-missing', { weight: name }));
  if (of(KIND.external)) throw unread(message('networks.hdf5-way', { way: 'external' }));
  const kind = floatKind(type);
  if (!kind) throw unread(message('networks.weight-kind', { weight: name }));
  const numbers = { name, shape: readShape(space), kind };
  const fields = new Fields(layout);
  const version = fields.number(1);
  const form = fields.number(1);
  if (version === 3 && form === CHUNKED)
    return inChunks(structure, fields, readFilters(of(KIND.filters), name), numbers);
  if ((version !== 3 && version !== 4) || form > CONTIGUOUS)
    throw unread(message('networks.hdf5-way', { way: `layout ${version}.${form}` }));
  if (form === CONTIGUOUS) return contiguous(structure, fields.number(8), numbers);
  const bytes = fields.take(fields.number(2));
  if (form === COMPACT && bytes.length !== sizeOf(numbers.shape) * kind.width)
    throw damaged(message('networks.weight-place', { weight: name }));
  const read = async () => {
    const values = new Float32Array(sizeOf(numbers.shape));
    putFloats(values, 0, bytes, kind);
    return values;
  };
  return { name, shape: numbers.shape, read };
}
