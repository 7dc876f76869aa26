import { describe, expect, test } from 'vitest';
import { adviseOn } from '../../electron/advice/setting-advice.ts';
import { coverageOf } from '../../electron/advice/corpus-measures.ts';
import {
  hyperparameterNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../../electron/contract/hyperparameters.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { inBoth } from '../messages/said.ts';
import { BOOK, FABLE, textOf } from './facts.ts';

const fable = presetHyperparameters('fable');
const novel = presetHyperparameters('novel');
const english = (name: HyperparameterName, values: Partial<Hyperparameters>, facts = FABLE, base = fable) =>
  inBoth(adviseOn(name, { ...base, ...values }, facts) ?? '').en || undefined;

describe('advice beside a setting', () => {
  test.each([
    ['layers', { layers: 2 }, 'Your text has 204 symbols: 1 layer is enough.'],
    ['windowLength', { windowLength: 3 }, '3 preceding symbols decide 99.0 % of your text, 2 decide 91 %.'],
    ['windowLength', { windowLength: 1 }, 'The symbol before decides 64 % of your text.'],
    ['batchSize', {}, 'One pass over your text is 7 steps.'],
    ['batchSize', { batchSize: 500 }, 'Your text has only 201 windows: a step learns from all of them.'],
    ['steps', { steps: 250 }, 'They go through your text 40 times.'],
    ['steps', { steps: 2 }, 'They read only 31 % of your text once.'],
    ['learningRate', { learningRate: 0.1 }, 'Above 0.02, this optimizer usually diverges.'],
    ['learningRate', { learningRate: 0.005 }, undefined],
    ['learningRate', { learningRate: 0.00001 }, '0.001 to 0.005 is usual with this optimizer.'],
    ['vocabularyLimit', {}, 'All 112 symbols are kept.'],
    ['minimumCount', {}, '79 of 112 symbols occur only once.'],
    ['validationFraction', { validationFraction: 0.1 }, 'So short a text is better learnt whole: 0.'],
    ['evaluateEvery', {}, 'Nothing is held out, so nothing is validated.'],
    ['tieWeights', { tieWeights: true }, 'Needs an embedding of 256, as many as units.'],
  ] as const)('%s %o on a fable', (name, values, text) => {
    expect(english(name, values)).toBe(text);
  });

  test('a book is advised otherwise', () => {
    expect(english('vocabularyLimit', { vocabularyLimit: 10_000 }, BOOK, novel)).toBe(
      'The 10,000 most frequent symbols cover 95 % of your text.',
    );
    expect(english('validationFraction', { validationFraction: 0 }, BOOK, novel)).toContain('14,450 symbols');
    expect(english('context', { context: 'window' }, BOOK, novel)).toContain('choose sequence');
    expect(english('clipNorm', { clipNorm: 0 }, BOOK, novel)).toContain('1 to 5');
    const chinese = textOf(FABLE, { tokenizer: 'characters' }, 'zh');
    expect(inBoth(adviseOn('tokenizer', { ...fable, tokenizer: 'whitespace' }, chinese) ?? '').zh).toContain(
      '没有空格',
    );
  });

  test('a softmax over all symbols of a large vocabulary is advised against, and one that spares too few', () => {
    const many = textOf(BOOK, { distinct: 170_000, singletons: 0 });
    const all = { ...novel, vocabularyLimit: 0, minimumCount: 1 };
    expect(english('sampledSoftmax', {}, many, all)).toContain('4,096');
    expect(english('sampledSoftmax', { sampledSoftmax: 4096 }, many, all)).toBeUndefined();
    expect(english('sampledSoftmax', {}, BOOK, { ...novel, vocabularyLimit: 5000 })).toBeUndefined();
    expect(english('sampledSoftmax', { sampledSoftmax: 4096 }, BOOK, { ...novel, vocabularyLimit: 5000 })).toContain(
      'each step goes over all',
    );
  });

  test('coverage between two measured sizes lies between them', () => {
    expect(coverageOf(100, BOOK)).toBe(0.5);
    expect(coverageOf(1000, BOOK)).toBeCloseTo(0.725, 10);
    expect(coverageOf(1e6, BOOK)).toBe(1);
  });

  test('no advice holds what is no number, in either language', () => {
    const empty = textOf(FABLE, { symbols: 1, distinct: 1, ceilings: [], coverage: [] });
    for (const facts of [FABLE, BOOK, empty]) {
      for (const h of [fable, novel, presetHyperparameters('article-1x512')]) {
        for (const name of hyperparameterNames) {
          const advice = adviseOn(name, h, facts);
          if (!advice) continue;
          expect(inBoth(advice).en).not.toMatch(/NaN|undefined|Infinity/);
          expect(inBoth(advice).zh).not.toMatch(/NaN|undefined|Infinity/);
          expect(inBoth(advice).zh).toMatch(/[。]$/);
        }
      }
    }
  });
});

test('nothing is said against the context, small steps and held-out part of what learns on', () => {
  const short = { ...FABLE, known: 100 };
  const said = (name: 'context' | 'learningRate' | 'validationFraction', facts: typeof FABLE) =>
    adviseOn(name, { ...novel, learningRate: 1e-4, validationFraction: 0.1 }, facts);
  for (const name of ['context', 'learningRate'] as const) {
    expect(said(name, FABLE)).toBeDefined();
    expect(said(name, short)).toBeUndefined();
  }
  expect(inBoth(said('validationFraction', FABLE)!).en).toContain('learnt whole');
  expect(inBoth(said('validationFraction', short)!).en).not.toContain('learnt whole');
});
