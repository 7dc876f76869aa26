import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import { difference, gradientOf, randomBatch, randomConfig, randomModel, sampledConfig } from './cases.ts';
import { referenceGradient, referenceLoss, weightsOf } from './reference.ts';

/** Checks a make against float64 arithmetic written from the equations. */
export function describeGradients(kernels: () => Kernels): void {
  describe('loss and gradient agree with central differences in float64', () => {
    test.each(Array.from({ length: 18 }, (_, seed) => seed))('random network %i', (seed) => {
      const config = randomConfig(seed);
      const batch = randomBatch(config, seed);
      const model = randomModel(config, kernels(), seed);
      const weights = weightsOf(model.parameters);
      const evaluated = model.evaluate(batch, null);
      expect(Math.abs(evaluated.lossSum / evaluated.count - referenceLoss(config, weights, batch))).toBeLessThan(1e-5);
      const expected = referenceGradient(config, weights, batch);
      const actual = gradientOf(model, batch);
      for (const name of Object.keys(expected))
        expect(difference(actual[name], expected[name]), name).toBeLessThan(1e-5);
      model.dispose();
    });
    test.each([0, 1, 4, 5])('softmax over candidates, random network %i', (seed) => {
      const config = { ...sampledConfig(seed), vocabularySize: 14, dropout: 0 };
      const batch = randomBatch(config, seed, { time: 2, lanes: 2 });
      expect(batch.drawn!.ids.length).toBeLessThan(14);
      const model = randomModel(config, kernels(), seed);
      const expected = referenceGradient(config, weightsOf(model.parameters), batch);
      const actual = gradientOf(model, batch);
      for (const name of Object.keys(expected))
        expect(difference(actual[name], expected[name]), name).toBeLessThan(1e-5);
      model.dispose();
    });
  });
}
