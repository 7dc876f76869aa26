import { maskedCrc32c } from './crc.ts';

/** Field number and wire type of protocol buffers, as one byte. */
const WALL_TIME = (1 << 3) | 1;
const STEP = (2 << 3) | 0;
const FILE_VERSION = (3 << 3) | 2;
const SUMMARY = (5 << 3) | 2;
const SUMMARY_VALUE = (1 << 3) | 2;
const TAG = (1 << 3) | 2;
const SIMPLE_VALUE = (2 << 3) | 5;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

const field = (key: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([key, ...varint(bytes.length)]), bytes]);

function wallTime(seconds: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = WALL_TIME;
  bytes.writeDoubleLE(seconds, 1);
  return bytes;
}

function scalar(tag: string, value: number): Buffer {
  const number = Buffer.alloc(5);
  number[0] = SIMPLE_VALUE;
  number.writeFloatLE(value, 1);
  return field(SUMMARY_VALUE, Buffer.concat([field(TAG, Buffer.from(tag)), number]));
}

/** The first event of a file (tensorflow/core/util/event.proto). @param seconds since 1970 */
export function versionEvent(seconds: number): Buffer {
  return Buffer.concat([wallTime(seconds), field(FILE_VERSION, Buffer.from('brain.Event:2'))]);
}

/** Scalars at a step as one event. @param seconds since 1970 */
export function scalarsEvent(seconds: number, step: number, scalars: Record<string, number>): Buffer {
  const values = Object.entries(scalars).map(([tag, value]) => scalar(tag, value));
  return Buffer.concat([
    wallTime(seconds),
    Buffer.from([STEP, ...varint(step)]),
    field(SUMMARY, Buffer.concat(values)),
  ]);
}

/** The step that an event of ours carries, 0 for the first one. */
export function stepOf(event: Uint8Array): number {
  if (event[9] !== STEP) return 0;
  let step = 0;
  let scale = 1;
  for (let at = 10; at < event.length; at++, scale *= 0x80) {
    step += (event[at] & 0x7f) * scale;
    if (event[at] < 0x80) return step;
  }
  return step;
}

/** A record of a TFRecord file: length, its checksum, data, its checksum. */
export function tfRecord(data: Uint8Array): Buffer {
  const record = Buffer.alloc(12 + data.length + 4);
  record.writeBigUInt64LE(BigInt(data.length), 0);
  record.writeUInt32LE(maskedCrc32c(record.subarray(0, 8)), 8);
  record.set(data, 12);
  record.writeUInt32LE(maskedCrc32c(data), 12 + data.length);
  return record;
}

/** The whole records of a TFRecord file with where each ends; stops at the first that is torn or damaged. */
export function* readTfRecords(file: Buffer): Generator<{ data: Buffer; end: number }> {
  for (let at = 0; at + 16 <= file.length;) {
    const length = Number(file.readBigUInt64LE(at));
    const end = at + 16 + length;
    if (file.readUInt32LE(at + 8) !== maskedCrc32c(file.subarray(at, at + 8)) || end > file.length) return;
    const data = file.subarray(at + 12, at + 12 + length);
    if (file.readUInt32LE(end - 4) !== maskedCrc32c(data)) return;
    yield { data, end };
    at = end;
  }
}
