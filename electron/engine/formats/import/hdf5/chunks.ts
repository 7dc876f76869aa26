import { inflateSync } from 'node:zlib';
import { message } from '../../../../contract/message.ts';
import { damaged, unread } from '../faults.ts';
import { Fields, type Structure } from './structure.ts';

/** A part of a dataset as it lies in the file. */
export interface Chunk {
  /** of its first number in the dataset */
  readonly offsets: readonly number[];
  readonly address: number;
  readonly bytes: number;
  /** bit n: filter n was left out */
  readonly mask: number;
}

/** Codes of the filters that h5py has by itself. */
const [DEFLATE, SHUFFLE, FLETCHER] = [1, 2, 3];
const FLETCHER_BYTES = 4;

/** The filters that chunks went through, in the order in which they did. @throws Fault where one is another */
export function readFilters(body: Buffer | undefined, weight: string): number[] {
  if (!body) return [];
  const fields = new Fields(body);
  const version = fields.number(1);
  const count = fields.number(1);
  if (version === 1) fields.skip(6);
  return Array.from({ length: count }, () => {
    const filter = fields.number(2);
    const name = version === 1 || filter >= 256 ? fields.number(2) : 0;
    fields.skip(2);
    const values = fields.number(2);
    fields.skip(version === 1 ? 8 * Math.ceil(name / 8) : name).skip(4 * (values + (version === 1 ? values % 2 : 0)));
    if (![DEFLATE, SHUFFLE, FLETCHER].includes(filter))
      throw unread(message('networks.hdf5-filter', { weight, filter }));
    return filter;
  });
}

/** Bytes one of each number after the other, as they were before all first bytes came first. */
function unshuffled(bytes: Buffer, width: number): Buffer {
  const count = Math.floor(bytes.length / width);
  const result = Buffer.from(bytes);
  for (let byte = 0; byte < width; byte++)
    for (let n = 0; n < count; n++) result[n * width + byte] = bytes[byte * count + n];
  return result;
}

/** The numbers of a chunk as `length` bytes, each number `width`. @throws Fault where they are not */
export function unpacked(
  packed: Buffer,
  filters: readonly number[],
  mask: number,
  length: number,
  width: number,
): Buffer {
  let bytes = packed;
  for (let n = filters.length - 1; n >= 0; n--) {
    if (mask & (1 << n)) continue;
    if (filters[n] === SHUFFLE) bytes = unshuffled(bytes, width);
    else if (filters[n] === FLETCHER) bytes = bytes.subarray(0, Math.max(0, bytes.length - FLETCHER_BYTES));
    else
      try {
        bytes = inflateSync(bytes, { maxOutputLength: length + FLETCHER_BYTES });
      } catch {
        throw damaged(message('phrases.archive-torn'));
      }
  }
  if (bytes.length !== length) throw damaged(message('phrases.ends-early'));
  return bytes;
}

/** All chunks that a tree leads to. */
export async function readChunks(
  structure: Structure,
  tree: number,
  rank: number,
  chunks: Chunk[] = [],
): Promise<Chunk[]> {
  const head = (await structure.read(tree, 24)).signature('TREE');
  const kind = head.number(1);
  const level = head.number(1);
  const entries = head.number(2);
  if (kind !== 1) throw damaged(message('phrases.header-unfit'));
  // size, mask, offsets and that of a byte in a number; then where
  const keyBytes = 8 + 8 * (rank + 1);
  const fields = await structure.read(tree + 24, entries * (keyBytes + 8));
  for (let n = 0; n < entries; n++) {
    const [bytes, mask] = [fields.number(4), fields.number(4)];
    const offsets = Array.from({ length: rank }, () => fields.number(8));
    const address = fields.skip(8).number(8);
    if (level > 0) await readChunks(structure, address, rank, chunks);
    else chunks.push({ offsets, address, bytes, mask });
  }
  return chunks;
}
