import { describe, expect, test } from 'vitest';
import { REFERENCE, stepSeconds, stepWork, type EngineName, type Work } from '../../electron/advice/step-cost.ts';

const sequence = (layers: number, units: number, sequenceLength: number, batchSize: number) =>
  ({ ...REFERENCE, embeddingSize: 64, layers, units, sequenceLength, batchSize }) as Work;
const wide = (units: number, sampledSoftmax: number, rest: Partial<Work> = {}) => ({
  ...{ ...sequence(1, units, 16, 16), embeddingSize: 256, sampledSoftmax },
  ...rest,
});
/** Of the small step by which a machine is measured. */
const SMALL: Record<EngineName, number> = { tensorflow: 7.05, portable: 20.3 };

describe('the cost of a step, beside the small one, is what was measured', () => {
  // milliseconds on 1 December 2026: TensorFlow's by the clock of a quiet machine, the portable engine's of processor time
  test.each<[string, Work, number, Partial<Record<EngineName, number>>]>([
    ['many turns of a small network', sequence(2, 64, 50, 4), 112, { tensorflow: 2.86, portable: 4.52 }],
    ['many turns of many lanes', sequence(1, 256, 50, 50), 112, { tensorflow: 48.9 }],
    ['few drawn', wide(256, 256), 170_000, { tensorflow: 10.25, portable: 32.1 }],
    ['4,096 drawn of many', wide(256, 4096), 170_000, { tensorflow: 21.1, portable: 92.8 }],
    ['the same, SGD', wide(256, 4096, { optimizer: 'sgd' }), 170_000, { tensorflow: 16.7, portable: 84.2 }],
    ['the same, few units', wide(64, 4096), 170_000, { tensorflow: 8.62, portable: 28.7 }],
    ['many drawn', wide(256, 16_384), 170_000, { tensorflow: 66.3, portable: 270.8 }],
    ['all of many', wide(256, 0), 170_000, { tensorflow: 364.6 }],
    ['all of many, tied', wide(256, 0, { tieWeights: true }), 170_000, { tensorflow: 395.7 }],
  ])('%s', (_, work, vocabularySize, measured) => {
    for (const engine of ['tensorflow', 'portable'] as const) {
      const milliseconds = measured[engine];
      if (milliseconds === undefined) continue;
      const small = stepSeconds(stepWork(REFERENCE, REFERENCE.vocabularySize), engine);
      const estimated = (SMALL[engine] * stepSeconds(stepWork(work, vocabularySize), engine)) / small;
      expect(estimated / milliseconds, engine).toBeGreaterThan(0.75);
      expect(estimated / milliseconds, engine).toBeLessThan(1.25);
    }
  });

  test('rows are moved by themselves only where a table is large and not all of it is named', () => {
    const large = stepWork(wide(256, 4096), 170_000);
    // rows of the embedding that 256 places name, and of the softmax
    expect(large.rowsMoved).toBe(256 * 256 + (4096 + 256) * 256);
    expect(large.rowsKept).toBe(2 * large.rowsMoved);
    expect(stepWork(wide(256, 0), 170_000).rowsMoved).toBe(256 * 256);
    expect(stepWork(REFERENCE, 1000).rowsMoved).toBe(0);
  });
});
