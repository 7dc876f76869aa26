import { expect, test } from 'vitest';
import { freeLargeArrays } from '../../electron/engine/free-arrays.ts';

const held = (): number => process.memoryUsage().arrayBuffers;

/** Makes arrays that nobody holds afterwards. */
function litter(): number {
  return [1, 2, 3].reduce((sum, value) => sum + new Float32Array(2 ** 23).fill(value)[7], 0);
}

test('arrays that nobody holds any more are freed where they may be large, those that are held stay', async () => {
  const kept = new Float32Array(2 ** 20).fill(5);
  freeLargeArrays(2 ** 24);
  const before = held();
  expect(litter()).toBe(6);
  freeLargeArrays(2 ** 24);
  // A thread beside this one gives the memory back.
  await expect.poll(() => held() - before, { timeout: 60_000 }).toBeLessThan(2 ** 20);
  expect(kept.every((value) => value === 5)).toBe(true);
});
