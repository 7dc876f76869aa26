import { describe, expect, test } from 'vitest';
import { vocabularyProblem, warningsBefore } from '../../electron/advice/before-training.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { proposeHyperparameters } from '../../electron/advice/propose.ts';
import { BOOK, FABLE, textOf } from './facts.ts';
import { adviseOn } from '../../electron/advice/setting-advice.ts';
import { english, inBoth } from '../messages/said.ts';

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
    expect(english(warningsBefore({ ...fable, steps: 3 }, FABLE)[0]).message).toBe(
      '3 steps read only 47 % of the text once.',
    );
  });

  test('how much of the text is read is the same number beside the steps and above', () => {
    for (const steps of [1, 2, 3, 4, 5]) {
      const [warning] = warningsBefore({ ...fable, steps }, FABLE);
      const [share] = /\d+ %/.exec(english(warning).message) ?? [];
      expect(inBoth(adviseOn('steps', { ...fable, steps }, FABLE)!).en).toContain(share);
    }
  });

  test('what a base model knows is in no statistics, so nothing is said of the vocabulary', () => {
    expect(codes({ vocabularyLimit: 20 }, { ...FABLE, known: 100 })).toEqual([]);
  });

  test('statistics of another tokenizer are not taken for its own', () => {
    expect(codes({ tokenizer: 'characters', vocabularyLimit: 20, steps: 3 })).toEqual([]);
  });
});

test('what the vocabulary holds counts as counted, where it is there already', () => {
  const held = (unknown: number) => warningsBefore({ ...fable, minimumCount: 5 }, FABLE, { size: 7, unknown });
  expect(held(0.1)).toEqual([]);
  expect(held(0.62)).toMatchObject([
    { code: 'much-unknown', values: { share: { amount: 0.62, as: 'percent' }, size: 7 } },
  ]);
});

describe('a vocabulary with nothing to predict', () => {
  const problem = (minimumCount: number, vocabularyLimit: number, counts: number[], distinct = counts.length) =>
    vocabularyProblem({ minimumCount, vocabularyLimit }, distinct, counts);

  test('is told with what would be left, and the most that leaves two', () => {
    expect(problem(15, 0, [14, 11], 112)?.values).toEqual({ minimumCount: 15, left: 0, distinct: 112, most: 11 });
    expect(problem(12, 0, [14, 11], 112)?.values).toEqual({ minimumCount: 12, left: 1, distinct: 112, most: 11 });
    expect(problem(11, 0, [14, 11], 112)).toBeUndefined();
    expect(problem(2, 0, [1, 1], 4)).toMatchObject({ code: 'minimum-count-high', values: { left: 0, most: 1 } });
    expect(problem(1, 1, [14, 11], 112)).toMatchObject({ code: 'vocabulary-limit-low', values: { distinct: 112 } });
    expect(problem(1, 2, [14, 11], 112)).toBeUndefined();
  });

  test('is no matter of the settings where the text has a single symbol', () => {
    expect(problem(9, 1, [4])).toBeUndefined();
  });
});
