import { describe, expect, test } from 'vitest';
import { forgetBias, normal, orthogonalGates, uniform } from '../../../electron/engine/model/initializers.ts';
import { Random } from '../../../electron/engine/random.ts';
import { ownSeconds } from '../../tools/own-time.ts';

/** Greatest deviation of the products of rows from `scale` times the identity. */
function deviation(row: (k: number) => Float32Array, rows: number, scale: number): number {
  let greatest = 0;
  for (let a = 0; a < rows; a++)
    for (let b = a; b < rows; b++) {
      const [left, right] = [row(a), row(b)];
      const product = left.reduce((sum, value, k) => sum + value * right[k], 0);
      greatest = Math.max(greatest, Math.abs(product - (a === b ? scale : 0)));
    }
  return greatest;
}

describe('orthogonal start of the recurrent matrix', () => {
  test.each([1, 2, 3, 7, 64, 150])('%i units: rows orthonormal, every gate orthogonal', (units) => {
    const values = orthogonalGates(new Random(3), units);
    const row = (k: number): Float32Array => values.subarray(k * 4 * units, (k + 1) * 4 * units);
    expect(deviation(row, units, 1)).toBeLessThan(1e-6);
    for (let gate = 0; gate < 4; gate++) {
      const block = (k: number): Float32Array => row(k).subarray(gate * units, (gate + 1) * units);
      expect(deviation(block, units, 0.25)).toBeLessThan(1e-6);
    }
  });

  test('entries are spread as on a random sphere: kurtosis near 3', () => {
    const units = 128;
    const values = orthogonalGates(new Random(8), units);
    const mean = (power: number): number => values.reduce((sum, x) => sum + x ** power, 0) / values.length;
    expect(Math.abs(mean(1))).toBeLessThan(0.002);
    expect(mean(4) / mean(2) ** 2).toBeGreaterThan(2.7);
    expect(mean(4) / mean(2) ** 2).toBeLessThan(3.3);
  });

  test('512 units take well under a second', async () => {
    expect(await ownSeconds(() => orthogonalGates(new Random(1), 512))).toBeLessThan(1);
  });
});

test('uniform and normal have their moments', () => {
  const flat = uniform(new Random(1), 20_000, 0.5);
  expect(Math.max(...flat)).toBeLessThan(0.5);
  expect(Math.min(...flat)).toBeGreaterThanOrEqual(-0.5);
  expect(flat.reduce((sum, x) => sum + x * x, 0) / flat.length).toBeCloseTo(0.25 / 3, 2);
  const bell = normal(new Random(1), 20_000);
  expect(bell.reduce((sum, x) => sum + x, 0) / bell.length).toBeCloseTo(0, 1);
  expect(bell.reduce((sum, x) => sum + x * x, 0) / bell.length).toBeCloseTo(1, 1);
});

test('only the forget gate starts at 1', () => {
  expect([...forgetBias(2)]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
});
