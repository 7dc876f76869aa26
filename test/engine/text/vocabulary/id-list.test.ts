import { expect, test, vi } from 'vitest';
import { freeArrays } from '../../../../electron/engine/free-arrays.ts';
import { IdList, Numbering } from '../../../../electron/engine/text/vocabulary/id-list.ts';

vi.mock('../../../../electron/engine/free-arrays.ts', { spy: true });

/** Two bytes each: 80 MiB. */
const NUMBERS = 40 * 2 ** 20;
const DISTINCT = 1000;

test('a long list gives its memory back while the ids are made of it, some times only', async () => {
  const list = new IdList();
  for (let at = 0; at < NUMBERS; at++) list.push(at % DISTINCT);
  const before = process.memoryUsage().arrayBuffers;
  const turned = Uint32Array.from({ length: DISTINCT }, (_, number) => DISTINCT - 1 - number);
  const ids = list.drain(turned, DISTINCT);
  expect(vi.mocked(freeArrays).mock.calls.length).toBe(2);
  // a thread beside this one gives it back; all but the last blocks, with no need of another collection
  const held = () => process.memoryUsage().arrayBuffers - before;
  await expect.poll(held, { timeout: 60_000 }).toBeLessThan(ids.byteLength / 4);
  expect(list.length).toBe(0);
  expect(ids.length).toBe(NUMBERS);
  expect(Array.from(ids.subarray(-3))).toEqual([-3, -2, -1].map((at) => turned[(NUMBERS + at) % DISTINCT]));
});

test('numbers that are taken by turns, one by one and many at once, take no more memory than they need', async () => {
  const list = new IdList();
  const numbering = new Numbering();
  for (const number of [70_000, 7]) numbering.push(number);
  const before = process.memoryUsage().arrayBuffers;
  for (let turn = 0; turn < 100; turn++) {
    list.push(turn);
    list.append(new Uint16Array([1, 0, 1]), numbering);
  }
  const held = async () => {
    await freeArrays();
    return process.memoryUsage().arrayBuffers - before;
  };
  await expect.poll(held, { timeout: 60_000 }).toBeLessThan(2 ** 22);
  expect(Array.from(numbering.counts.subarray(0, 2))).toEqual([100, 200]);
  const ids = list.drain(
    Uint32Array.from({ length: 70_001 }, (_, number) => number),
    70_001,
  );
  expect(Array.from(ids)).toEqual(Array.from({ length: 100 }, (_, turn) => [turn, 7, 70_000, 7]).flat());
});
