import { expect, test, vi } from 'vitest';
import { freeArrays } from '../../../../electron/engine/free-arrays.ts';
import { IdList } from '../../../../electron/engine/text/vocabulary/id-list.ts';

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
  expect(vi.mocked(freeArrays).mock.calls.length).toBe(4);
  // a thread beside this one gives it back; all but the last blocks, with no need of another collection
  const held = () => process.memoryUsage().arrayBuffers - before;
  await expect.poll(held, { timeout: 60_000 }).toBeLessThan(ids.byteLength / 4);
  expect(list.length).toBe(0);
  expect(ids.length).toBe(NUMBERS);
  expect(Array.from(ids.subarray(-3))).toEqual([-3, -2, -1].map((at) => turned[(NUMBERS + at) % DISTINCT]));
});
