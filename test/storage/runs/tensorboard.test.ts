import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crc32c, maskedCrc32c } from '../../../electron/storage/runs/crc.ts';
import { EventFile } from '../../../electron/storage/runs/tensorboard.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { reportAt } from '../things.ts';

interface Field {
  number: number;
  value: number | Buffer;
}

function varintAt(bytes: Buffer, at: number): [number, number] {
  let value = 0n;
  for (let shift = 0n, index = at; ; shift += 7n, index++) {
    value |= BigInt(bytes[index] & 0x7f) << shift;
    if (bytes[index] < 0x80) return [Number(value), index + 1];
  }
}

/** Protocol buffers read from scratch: number, wire type, value. */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length;) {
    const [key, start] = varintAt(bytes, at);
    const number = key >> 3;
    const wire = key & 7;
    if (wire === 0) {
      const [value, end] = varintAt(bytes, start);
      fields.push({ number, value });
      at = end;
    } else if (wire === 1) {
      fields.push({ number, value: bytes.readDoubleLE(start) });
      at = start + 8;
    } else if (wire === 5) {
      fields.push({ number, value: bytes.readFloatLE(start) });
      at = start + 4;
    } else {
      const [length, from] = varintAt(bytes, start);
      fields.push({ number, value: bytes.subarray(from, from + length) });
      at = from + length;
    }
  }
  return fields;
}

const get = (fields: Field[], number: number) => fields.find((field) => field.number === number)?.value;

/** Events as tensorflow/core/util/event.proto lays them out. */
async function eventsIn(folder: string) {
  const [name] = await readdir(folder);
  const file = await readFile(join(folder, name));
  const events = [];
  for (let at = 0; at < file.length;) {
    const length = Number(file.readBigUInt64LE(at));
    expect(file.readUInt32LE(at + 8)).toBe(maskedCrc32c(file.subarray(at, at + 8)));
    const data = file.subarray(at + 12, at + 12 + length);
    expect(file.readUInt32LE(at + 12 + length)).toBe(maskedCrc32c(data));
    at += 16 + length;
    const event = fieldsOf(data);
    const values = fieldsOf((get(event, 5) as Buffer | undefined) ?? Buffer.alloc(0)).map(({ value }) => {
      const scalar = fieldsOf(value as Buffer);
      return [String(get(scalar, 1)), get(scalar, 2)];
    });
    const version = get(event, 3);
    events.push({
      time: get(event, 1) as number,
      step: (get(event, 2) as number | undefined) ?? 0,
      version: version === undefined ? undefined : String(version),
      values: Object.fromEntries(values) as Record<string, number>,
    });
  }
  return { name, events };
}

describe('CRC-32C', () => {
  test.each([
    ['32 zeros', new Uint8Array(32), 0x8a9136aa],
    ['32 times 0xff', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['0 to 31', Uint8Array.from({ length: 32 }, (_, n) => n), 0x46dd794e],
    ['123456789', Buffer.from('123456789'), 0xe3069283],
  ])('of %s is as RFC 3720 lists it', (_, bytes, expected) => expect(crc32c(bytes)).toBe(expected));
});

describe('the event file', () => {
  test('reads back as TensorBoard reads it', async () => {
    const folder = temporaryFolder();
    const file = await EventFile.open(folder, 0);
    await file.append({ ...reportAt(1000), validationLoss: 2.5, validationPerplexity: Math.exp(2.5) });
    await file.append({ ...reportAt(5_000_000_000), loss: null, perplexity: null });
    await file.close();
    const { name, events } = await eventsIn(folder);
    expect(name).toMatch(/^events\.out\.tfevents\.\d{10}\../);
    expect(events[0]).toMatchObject({ version: 'brain.Event:2', step: 0 });
    expect(Math.abs(events[0].time - Date.now() / 1000)).toBeLessThan(10);
    expect(events.map(({ step }) => step)).toEqual([0, 1000, 5_000_000_000]);
    expect(events[1].values['train/loss']).toBeCloseTo(0.001, 6);
    expect(events[1].values['validation/loss']).toBeCloseTo(2.5, 6);
    expect(Object.keys(events[2].values)).not.toContain('train/loss');
  });

  test('goes on where a run resumes: torn and later events are cut off', async () => {
    const folder = temporaryFolder();
    const first = await EventFile.open(folder, 0);
    for (const step of [10, 20, 30]) await first.append(reportAt(step));
    await first.close();
    const [name] = await readdir(folder);
    await appendFile(join(folder, name), Buffer.from([9, 0, 0]));
    const second = await EventFile.open(folder, 20);
    await second.append(reportAt(25));
    await second.close();
    const { events } = await eventsIn(folder);
    expect(await readdir(folder)).toHaveLength(1);
    expect(events.map(({ step }) => step)).toEqual([0, 10, 20, 25]);
  });
});
