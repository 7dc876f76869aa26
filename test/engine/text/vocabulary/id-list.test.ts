import { expect, test } from 'vitest';
import { IdList } from '../../../../electron/engine/text/vocabulary/id-list.ts';

/** Two bytes each: 80 MiB. */
const NUMBERS = 40 * 2 ** 20;
const DISTINCT = 1000;

test('a long list gives its memory back while the ids are made of it', async () => {
  const list = new IdList();
  for (let at = 0; at < NUMBERS; at++) list.push(at % DISTINCT);
  const before = process.memoryUsage().arrayBuffers;
  const turned = Uint32Array.from({ length: DISTINCT }, (_, number) => DISTINCT - 1 - number);
  const ids = list.drain(turned, DISTINCT);
  // a thread beside this one gives it back; all but the last blocks, with no need of another collection
  await expect.poll(() => process.memoryUsage().arrayBuffers - before).toBeLessThan(ids.byteLength / 4);
  expect(list.length).toBe(0);
  expect(ids.length).toBe(NUMBERS);
  expect(Array.from(ids.subarray(-3))).toEqual([-3, -2, -1].map((at) => turned[(NUMBERS + at) % DISTINCT]));
});
