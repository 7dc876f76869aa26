import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  openSafetensors,
  readSafetensors,
  safetensorsParts,
  type Tensors,
} from '../../../electron/storage/checkpoints/safetensors.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function fileOf(header: string | object, data: Uint8Array, length?: bigint): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(length ?? BigInt(json.length));
  return Buffer.concat([size, json, data]);
}
const entry = (shape: number[], start: number, end: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

async function readBytes(bytes: Uint8Array): Promise<Tensors> {
  const path = join(temporaryFolder(), 'w.safetensors');
  await writeFile(path, bytes);
  return readSafetensors(path);
}

describe('safetensors', () => {
  test('give back every bit, in their order, from anywhere in a larger buffer', async () => {
    const all = Float32Array.from([1, -0, Infinity, 1e-45, 3.5, 7, 9]);
    const tensors = {
      'lstm_0/weights': { shape: [2, 2], data: all.subarray(1, 5) },
      empty: { shape: [0, 4], data: new Float32Array() },
      'output/bias': { shape: [1], data: all.subarray(6) },
    };
    const bytes = Buffer.concat([...safetensorsParts(tensors)].flatMap((parts) => [...parts]));
    const read = await readBytes(bytes);
    expect(Object.keys(read)).toEqual(Object.keys(tensors));
    for (const [name, { shape, data }] of Object.entries(tensors)) {
      expect(read[name].shape).toEqual(shape);
      expect(Buffer.from(read[name].data.buffer)).toEqual(Buffer.from(data.slice().buffer));
    }
  });

  test('that are opened are read when they are asked for, each time anew, so that none is held', async () => {
    const tensors = { a: { shape: [2], data: Float32Array.of(1, -0) }, b: { shape: [1], data: Float32Array.of(7) } };
    const path = join(temporaryFolder(), 'w.safetensors');
    await writeFile(path, Buffer.concat([...safetensorsParts(tensors)].flatMap((parts) => [...parts])));
    const opened = await openSafetensors(path);
    expect(opened).toEqual(tensors);
    expect(opened.a.data).not.toBe(opened.a.data);
    await truncate(path, 8);
    expect(() => opened.b.data).toThrow(expect.objectContaining({ code: 'file-damaged' }));
    await rm(path);
    expect(() => opened.a.data).toThrow(expect.objectContaining({ code: 'file-missing' }));
  });

  test('are laid out as the format says: header length, JSON padded to 8 bytes, little-endian numbers', () => {
    const bytes = Buffer.concat(
      [...safetensorsParts({ a: { shape: [1], data: Float32Array.of(2) } })].flatMap((parts) => [...parts]),
    );
    const length = Number(bytes.readBigUInt64LE());
    expect(length % 8).toBe(0);
    expect(JSON.parse(bytes.subarray(8, 8 + length).toString())).toEqual({ a: entry([1], 0, 4) });
    expect(bytes.readFloatLE(8 + length)).toBe(2);
    expect(bytes.length).toBe(8 + length + 4);
  });

  test('with metadata of another writer are read', async () => {
    const read = await readBytes(fileOf({ __metadata__: { format: 'pt' }, a: entry([1], 0, 4) }, new Uint8Array(4)));
    expect(read.a.data).toEqual(Float32Array.of(0));
  });

  test.each([
    ['a header longer than the file', fileOf({}, new Uint8Array(), 1n << 62n)],
    ['a header of a terabyte', fileOf({}, new Uint8Array(), 1n << 40n)],
    ['no header', Buffer.alloc(3)],
    ['a header that is no JSON', fileOf('{"a":', new Uint8Array())],
    ['a header that is an array', fileOf('[1,2]', new Uint8Array())],
    ['another type of number', fileOf({ a: entry([1], 0, 4, 'F16') }, new Uint8Array(4))],
    ['a shape that does not fit its bytes', fileOf({ a: entry([3], 0, 4) }, new Uint8Array(4))],
    ['a shape whose product overflows', fileOf({ a: entry([2 ** 52, 2 ** 52], 0, 4) }, new Uint8Array(4))],
    ['negative sizes', fileOf({ a: entry([-1, -1], 0, 4) }, new Uint8Array(4))],
    ['tensors that overlap', fileOf({ a: entry([1], 0, 4), b: entry([1], 0, 4) }, new Uint8Array(4))],
    ['a gap between tensors', fileOf({ a: entry([1], 0, 4), b: entry([1], 8, 12) }, new Uint8Array(12))],
    ['numbers missing at the end', fileOf({ a: entry([2], 0, 8) }, new Uint8Array(4))],
    ['bytes too many at the end', fileOf({ a: entry([1], 0, 4) }, new Uint8Array(8))],
  ])('%s is refused', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  test('refuse to write a tensor whose shape does not fit', () => {
    expect(() =>
      [...safetensorsParts({ a: { shape: [3], data: new Float32Array(2) } })].flatMap((parts) => [...parts]),
    ).toThrow(RangeError);
  });
});
