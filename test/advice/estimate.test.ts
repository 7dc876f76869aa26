import { describe, expect, test } from 'vitest';
import { estimateRun, memoryNeeded, vocabularySizeOf } from '../../electron/advice/estimate.ts';
import { weightCount } from '../../electron/contract/network-size.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { BOOK, FABLE } from './facts.ts';

const article = (layers: 1 | 2) => presetHyperparameters(`article-${layers}x512`);
const novel = presetHyperparameters('novel');

describe('the estimate of a run', () => {
  test('weights are counted as the model has them', () => {
    expect(weightCount(article(1), 112)).toBe((1 + 512 + 1) * 2048 + 512 * 112 + 112);
    expect(weightCount({ ...article(2), input: 'embedding', embeddingSize: 64 }, 112)).toBe(
      112 * 64 + (64 + 512 + 1) * 2048 + (1024 + 1) * 2048 + 512 * 112 + 112,
    );
    const tied = { input: 'embedding', embeddingSize: 8, layers: 1, units: 8, tieWeights: true } as const;
    expect(weightCount(tied, 100)).toBe(800 + 17 * 32 + 100);
    expect(weightCount({ ...tied, input: 'one-hot', tieWeights: false }, 100)).toBe(109 * 32 + 800 + 100);
  });

  test('the vocabulary a text leaves: limit, minimum count, a place for the unknown', () => {
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 0, minimumCount: 1 }, BOOK)).toBe(17_000);
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 5000, minimumCount: 1 }, BOOK)).toBe(5001);
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 0, minimumCount: 2 }, BOOK)).toBe(7501);
  });

  test('steps of measured shapes are within a factor of two: 3.9, 10.0 and 365 ms on two cores', () => {
    const shape = { ...novel, layers: 2, embeddingSize: 650, units: 650, sequenceLength: 35, batchSize: 20 };
    const medium = { ...shape, vocabularyLimit: 10_000, minimumCount: 1, optimizer: 'sgd' } as const;
    for (const [h, facts, measured] of [
      [article(1), FABLE, 0.0039],
      [article(2), FABLE, 0.01],
      [medium, BOOK, 0.365],
    ] as const) {
      const { secondsPerStep } = estimateRun(h, facts);
      expect(secondsPerStep).toBeGreaterThan(measured / 2);
      expect(secondsPerStep).toBeLessThan(measured * 2);
    }
  });

  test('a slower machine takes longer in proportion', () => {
    const fast = estimateRun(novel, BOOK, { stepMilliseconds: 10 });
    const slow = estimateRun(novel, BOOK, { stepMilliseconds: 40 });
    expect(slow.secondsPerStep).toBeCloseTo(4 * fast.secondsPerStep, 10);
    expect(slow.seconds).toBeCloseTo(4 * fast.seconds, 6);
  });

  test('memory grows with batch, units and vocabulary', () => {
    const small = memoryNeeded(novel, 10_000, 1e6);
    expect(memoryNeeded({ ...novel, batchSize: 4 * novel.batchSize }, 10_000, 1e6)).toBeGreaterThan(small);
    expect(memoryNeeded({ ...novel, units: 4096 }, 10_000, 1e6)).toBeGreaterThan(2 * small);
    expect(memoryNeeded(novel, 1_000_000, 1e6)).toBeGreaterThan(4 * small);
  });
});
