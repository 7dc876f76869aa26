import { expect, test } from 'vitest';
import { diskNeeded, diskWarning } from '../../electron/advice/disk.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { weightCount } from '../../electron/contract/network-size.ts';

const SMALL: Hyperparameters = {
  ...defaultHyperparameters(),
  optimizer: 'adam',
  units: 128,
  layers: 1,
  steps: 100_000,
  checkpointEvery: 500,
} as const;
const GIB = 1024 ** 3;

test('a run takes its last checkpoints, the best, one that is being written, a spread of others, and its model', () => {
  const weights = 4 * weightCount(SMALL, 1000);
  expect(diskNeeded(SMALL, 1000)).toBe(3 * weights * (2 + 1 + 1 + 8) + weights);
});

test('a short run takes no more than it writes, and what a pause asks for', () => {
  const weights = 4 * weightCount(SMALL, 1000);
  const of = (steps: number) => diskNeeded({ ...SMALL, steps, checkpointEvery: 500 }, 1000);
  expect(of(250)).toBe(3 * weights * 2 + weights);
  expect(of(2500)).toBe(3 * weights * 6 + weights);
});

test('of large ones the spread takes no more than two gibibytes', () => {
  const large = { ...SMALL, units: 4096, layers: 2, embeddingSize: 4096 };
  const weights = 4 * weightCount(large, 50_000);
  expect(diskNeeded(large, 50_000)).toBe(13 * weights + 2 * GIB);
});

test('where the disk has less, that is said with both figures; what the run holds already counts', () => {
  const needed = diskNeeded(SMALL, 1000);
  expect(diskWarning(SMALL, 1000, { free: needed, held: 0 })).toBeUndefined();
  expect(diskWarning(SMALL, 1000, { free: needed - 1, held: 1 })).toBeUndefined();
  expect(diskWarning(SMALL, 1000, { free: 12_345_678, held: 0 })).toMatchObject({
    code: 'disk-short',
    values: { needed: Math.ceil(needed / 1e6), free: 12 },
  });
});
