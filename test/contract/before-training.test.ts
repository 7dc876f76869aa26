import { describe, expect, test } from 'vitest';
import { warningsBefore } from '../../electron/contract/before-training.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { presetHyperparameters } from '../../electron/contract/presets.ts';
import { proposeHyperparameters } from '../../electron/contract/propose.ts';
import { BOOK, FABLE, textOf } from './facts.ts';

const fable: Hyperparameters = { ...presetHyperparameters('fable'), tokenizer: 'whitespace' };
const codes = (values: Partial<Hyperparameters>, facts = FABLE) =>
  warningsBefore({ ...fable, ...values }, facts).map(({ code }) => code);

describe('what is said before a training', () => {
  test('nothing about proposed settings', () => {
    for (const facts of [
      FABLE,
      BOOK,
      textOf(BOOK, { symbols: 30_000, distinct: 4000, singletons: 2000, coverage: [[4000, 1]] }),
    ])
      expect(warningsBefore(proposeHyperparameters(facts).hyperparameters, facts)).toEqual([]);
  });

  test('a step count below one pass, a rate too high, a tiny validation, a narrow vocabulary', () => {
    expect(codes({ steps: 3 })).toEqual(['part-of-text']);
    expect(codes({ learningRate: 0.5 })).toEqual(['rate-high']);
    expect(codes({ validationFraction: 0.1 })).toEqual(['validation-small']);
    expect(codes({ vocabularyLimit: 20 })).toEqual(['much-unknown']);
    expect(warningsBefore({ ...fable, steps: 3 }, FABLE)[0].message).toBe('3 steps read only 48 % of the text once.');
  });

  test('statistics of another tokenizer are not taken for its own', () => {
    expect(codes({ tokenizer: 'characters', vocabularyLimit: 20, steps: 3 })).toEqual([]);
  });
});
