import { describe, expect, test } from 'vitest';
import { keepLargest, largestIds } from '../../../electron/engine/generation/largest.ts';
import { Random } from '../../../electron/engine/random.ts';
import { ownSeconds } from '../../tools/own-time.ts';

function sortedIds(weights: Float64Array): number[] {
  return [...weights.keys()].sort((a, b) => weights[b] - weights[a] || a - b);
}

/** Weights with many ties when `levels` is small. */
function randomWeights(random: Random, size: number, levels: number): Float64Array {
  return Float64Array.from({ length: size }, () => random.integer(levels) / levels);
}

describe('keepLargest', () => {
  test('by count, it keeps what sorting would keep', () => {
    const random = new Random(1);
    for (let round = 0; round < 300; round++) {
      const size = 1 + random.integer(60);
      const weights = randomWeights(random, size, 1 + random.integer(100));
      const count = 1 + random.integer(size);
      const ids = Int32Array.from({ length: size }, (_, id) => id);
      const kept = keepLargest(ids, size, weights, { count });
      expect(kept).toBe(count);
      expect([...ids.subarray(0, kept)].sort()).toEqual(sortedIds(weights).slice(0, count).sort());
      expect([...ids].sort()).toEqual([...weights.keys()].sort());
    }
  });

  test('by mass, it keeps the fewest that hold it', () => {
    const random = new Random(2);
    for (let round = 0; round < 300; round++) {
      const size = 1 + random.integer(60);
      const weights = randomWeights(random, size, 50);
      const mass = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      const expected: number[] = [];
      let sum = 0;
      for (const id of sortedIds(weights)) {
        expected.push(id);
        sum += weights[id];
        if (sum >= mass) break;
      }
      const ids = Int32Array.from({ length: size }, (_, id) => id);
      const kept = keepLargest(ids, size, weights, { mass });
      expect([...ids.subarray(0, kept)].sort()).toEqual(expected.sort());
    }
  });

  test('a hundred thousand equal weights end quickly', async () => {
    const size = 100_000;
    const ids = Int32Array.from({ length: size }, (_, id) => id);
    const weights = new Float64Array(size).fill(1);
    expect(await ownSeconds(() => expect(keepLargest(ids, size, weights, { count: 7 })).toBe(7))).toBeLessThan(1);
    expect([...ids.subarray(0, 7)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

test('largestIds gives the highest in falling order, ties by id, without the excluded one', () => {
  const scores = Float32Array.of(1, 5, 3, 5, -2, 4);
  expect(largestIds(scores, 3)).toEqual([1, 3, 5]);
  expect(largestIds(scores, 3, 1)).toEqual([3, 5, 2]);
  expect(largestIds(scores, 20)).toEqual([1, 3, 5, 2, 0, 4]);
});
