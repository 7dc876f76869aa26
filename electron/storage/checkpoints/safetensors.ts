import { closeSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import * as z from 'zod';
import { fitsNoArray } from '../../contract/full-memory.ts';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { AesopError } from '../../contract/errors.ts';
import { message, type Message } from '../../contract/message.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import { diskError, onDisk } from '../files/disk-errors.ts';
import { openToRead } from '../files/open-to-read.ts';

/** A named array of float32 numbers with its shape. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
export type Tensors = Record<string, Tensor>;

const ALIGNMENT = 8;
const CHUNK = 64 * 1024 * 1024;
const offset = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const headerSchema = z.record(
  z.string(),
  z.strictObject({ dtype: z.literal('F32'), shape: z.array(offset), data_offsets: z.tuple([offset, offset]) }),
);

/** What is wrong with the bytes of a file. */
class Unfit extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.message);
    this.problem = problem;
  }
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);

function header(tensors: Tensors): Buffer {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, { shape }]) => {
    const start = end;
    end += sizeOf(shape) * Float32Array.BYTES_PER_ELEMENT;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }];
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const padded = Buffer.alloc(8 + Math.ceil(json.length / ALIGNMENT) * ALIGNMENT, ' ');
  padded.writeBigUInt64LE(BigInt(padded.length - 8));
  json.copy(padded, 8);
  return padded;
}

/**
 * A safetensors file in its order: header, then each tensor's little-endian bytes, in parts. A tensor's data is asked for
 * once, when it is its turn; whoever lets go of its parts before the next turn has one in memory.
 */
export function* safetensorsParts(tensors: Tensors): Generator<Iterable<Uint8Array>> {
  yield [header(tensors)];
  for (const [name, tensor] of Object.entries(tensors)) yield partsOf(name, tensor);
}

function* partsOf(name: string, { shape, data }: Tensor): Generator<Uint8Array> {
  if (sizeOf(shape) !== data.length) throw new RangeError(`${name}: ${data.length} values for shape [${shape.join()}]`);
  for (let start = 0; start < data.byteLength; start += CHUNK)
    yield new Uint8Array(data.buffer, data.byteOffset + start, Math.min(CHUNK, data.byteLength - start));
}

async function readExactly(handle: FileHandle, target: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < target.length;) {
    const length = Math.min(CHUNK, target.length - done);
    const { bytesRead } = await handle.read(target, done, length, position + done);
    if (bytesRead === 0) throw new Unfit(message('phrases.ends-early'));
    done += bytesRead;
  }
}

function checkedEntries(json: string, bytes: number): [string, { shape: number[]; start: number; end: number }][] {
  const { __metadata__: _, ...raw } = parseBoundedJson(json, JSON_BOUNDS.small) as Record<string, unknown>;
  const entries = Object.entries(headerSchema.parse(raw));
  entries.sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  let end = 0;
  const checked = entries.map(([name, { shape, data_offsets: offsets }]) => {
    if (offsets[0] !== end || offsets[1] - offsets[0] !== sizeOf(shape) * 4)
      throw new Unfit(message('phrases.numbers-misplaced', { name }));
    end = offsets[1];
    return [name, { shape, start: offsets[0], end }] as [string, { shape: number[]; start: number; end: number }];
  });
  if (end !== bytes) throw new Unfit(message('phrases.numbers-miscounted', { bytes, expected: end }));
  return checked;
}

async function readHeader(handle: FileHandle, size: number) {
  const prefix = Buffer.alloc(8);
  await readExactly(handle, prefix, 0);
  const length = prefix.readBigUInt64LE();
  if (length > BigInt(Math.min(JSON_BOUNDS.small.bytes, size - 8)))
    throw new Unfit(message('phrases.header-long', { bytes: String(length) }));
  const json = Buffer.alloc(Number(length));
  await readExactly(handle, json, 8);
  const dataStart = 8 + json.length;
  return { dataStart, entries: checkedEntries(json.toString('utf8'), size - dataStart) };
}

type Header = Awaited<ReturnType<typeof readHeader>>;

/**
 * The header is not trusted: its length, every offset and every shape must fit the file before memory is taken for them.
 * @throws AesopError `file-damaged`, `file-missing`, `no-permission`
 */
function withHeader<T>(path: string, work: (header: Header, handle: FileHandle) => T | Promise<T>): Promise<T> {
  return onDisk(path, async () => {
    const handle = await openToRead(path);
    try {
      const { size } = await handle.stat();
      return await work(await readHeader(handle, size), handle);
    } catch (thrown) {
      if (thrown instanceof Unfit) throw new AesopError('file-damaged', { path, problem: thrown.problem });
      if (fitsNoArray(thrown)) throw thrown;
      if (thrown instanceof SyntaxError || thrown instanceof RangeError || thrown instanceof z.ZodError)
        throw new AesopError('file-damaged', { path, problem: message('phrases.header-unfit') }, thrown.message);
      throw thrown;
    } finally {
      await handle.close();
    }
  });
}

/** Reads a safetensors file of float32 tensors. @throws AesopError as `withHeader` */
export function readSafetensors(path: string): Promise<Tensors> {
  return withHeader(path, async ({ dataStart, entries }, handle) => {
    const tensors: [string, Tensor][] = [];
    for (const [name, { shape, start, end }] of entries) {
      const data = new Float32Array((end - start) / 4);
      await readExactly(handle, new Uint8Array(data.buffer), dataStart + start);
      tensors.push([name, { shape, data }]);
    }
    return Object.fromEntries(tensors);
  });
}

/**
 * The same, whose numbers are read when they are asked for, each time anew: whoever lets go of one tensor before the next has
 * one in memory. The file must stay as it is meanwhile.
 * @throws AesopError as `withHeader`, and whoever asks for numbers too
 */
export function openSafetensors(path: string): Promise<Tensors> {
  return withHeader(path, ({ dataStart, entries }) =>
    Object.fromEntries(
      entries.map(([name, { shape, start, end }]): [string, Tensor] => [
        name,
        {
          shape,
          get data() {
            return numbersAt(path, dataStart + start, (end - start) / 4);
          },
        },
      ]),
    ),
  );
}

function numbersAt(path: string, position: number, count: number): Float32Array {
  try {
    const numbers = new Float32Array(count);
    const target = new Uint8Array(numbers.buffer);
    const file = openSync(path, 'r');
    try {
      for (let done = 0; done < target.length;) {
        const read = readSync(file, target, done, Math.min(CHUNK, target.length - done), position + done);
        if (read === 0) throw new AesopError('file-damaged', { path, problem: message('phrases.ends-early') });
        done += read;
      }
    } finally {
      closeSync(file);
    }
    return numbers;
  } catch (thrown) {
    throw diskError(thrown, path);
  }
}
