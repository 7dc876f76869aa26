import { expect, test } from 'vitest';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { mostMeasured } from '../../electron/advice/most-measured.ts';

const novel = presetHyperparameters('novel');
const large = { ...novel, layers: 2, units: 650, embeddingSize: 650, context: 'sequence' } as const;

test('a model is measured at 300,000 places, or at as many as take about a minute', () => {
  expect(mostMeasured({ ...novel, layers: 1, units: 64, embeddingSize: 64 }, 1000)).toBe(300_000);
  // two layers of 1,300 by 2,600 weights, and 650 for each word
  expect(mostMeasured(large, 10_000)).toBe(Math.floor(2e12 / (2 * 1300 * 2600 + 6_500_000)));
  expect(mostMeasured(large, 170_000)).toBe(20_000);
});

test('of windows every position is computed, and one-hot rows are only looked up', () => {
  const one = { ...large, layers: 1, input: 'one-hot', context: 'window', windowLength: 8 } as const;
  const layer = 650 * 2600;
  expect(mostMeasured(one, 20_000)).toBe(Math.floor(2e12 / (8 * layer + 13_000_000)));
});
