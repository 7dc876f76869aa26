import { expect, test } from 'vitest';
import { diskNeeded, diskWarning } from '../../electron/advice/disk.ts';
import { defaultHyperparameters } from '../../electron/contract/hyperparameters.ts';
import { weightCount } from '../../electron/contract/network-size.ts';

const SMALL = { ...defaultHyperparameters(), optimizer: 'adam', units: 128, layers: 1 } as const;
const GIB = 1024 ** 3;

test('a run takes its last checkpoints, the best, one that is being written, a spread of others, and its model', () => {
  const weights = 4 * weightCount(SMALL, 1000);
  expect(diskNeeded(SMALL, 1000)).toBe(3 * weights * (2 + 1 + 1 + 8) + weights);
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
