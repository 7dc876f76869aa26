import { describe, expect, test } from 'vitest';
import { applies } from '../../electron/contract/hyperparameter-use.ts';
import {
  checkConflicts,
  hyperparameter,
  hyperparameterNames,
  hyperparametersSchema,
} from '../../electron/contract/hyperparameters.ts';
import { presetFor, presetHyperparameters, presetNames } from '../../electron/advice/presets.ts';
import { proposeHyperparameters, tellingWindow, withChanges } from '../../electron/advice/propose.ts';
import { BOOK, FABLE, textOf } from './facts.ts';
import { adviseOn } from '../../electron/advice/setting-advice.ts';
import { inBoth } from '../messages/said.ts';

describe('proposed settings', () => {
  test('a fable is learnt by heart through windows', () => {
    const { hyperparameters: h, preset, reasons } = proposeHyperparameters(FABLE);
    expect(preset).toBe('fable');
    expect(h).toMatchObject({ tokenizer: 'whitespace', context: 'window', windowLength: 3, layers: 1, steps: 250 });
    expect(h.validationFraction).toBe(0);
    const texts = reasons.map(({ name, text }) => `${name}: ${inBoth(text).en}`);
    expect(texts).toContain('layers: Your text has 204 symbols: 1 layer is enough.');
    expect(texts).toContain('windowLength: 3 preceding symbols decide 99.0 % of your text; more would hardly help.');
    expect(inBoth(reasons.find(({ name }) => name === 'layers')!.text).zh).toBe('文本只有 204 个符号，1 层就够了。');
  });

  test('a longer window is proposed where another symbol still decides something', () => {
    const fables = textOf(
      FABLE,
      { tokenizer: 'characters', symbols: 5925, distinct: 900, ceilings: [0.4, 0.8, 0.93, 0.97] },
      'zh',
    );
    const { hyperparameters: h, reasons } = proposeHyperparameters(fables);
    expect(h).toMatchObject({ tokenizer: 'characters', context: 'window', windowLength: 4 });
    expect(h.steps).toBeGreaterThan(1000);
    expect(h.steps).toBeLessThan(2000);
    expect(inBoth(reasons[0].text).zh).toContain('5,925 个字符');
  });

  test('a text is learnt by heart letter by letter through longer windows, in a smaller network', () => {
    const ceilings = [0.34, 0.57, 0.78, 0.89, 0.94, 0.957, 0.971, 0.984, 0.985, 0.991];
    const fable = { tokenizer: 'characters', symbols: 978, distinct: 27, sentenceLength: 130, ceilings } as const;
    const { hyperparameters: h, reasons } = proposeHyperparameters(textOf(FABLE, fable));
    expect(h).toMatchObject({ tokenizer: 'characters', windowLength: 8, units: 128, learningRate: 0.01, steps: 400 });
    const texts = reasons.map(({ text }) => inBoth(text).en);
    expect(texts).toContain('8 preceding characters decide 98.4 % of your text; more would hardly help.');
    expect(texts.join()).toContain('enough to know it by heart');
    expect(tellingWindow(textOf(FABLE, fable).statistics)).toEqual({ length: 8, ceiling: 0.984 });
  });

  test('a list, where heart is no aim, keeps a short window, and nothing is said that is not so', () => {
    const ceilings = [0.46, 0.61, 0.68, 0.72, 0.78, 0.85, 0.92, 0.96];
    const names = { tokenizer: 'characters', symbols: 3383, distinct: 45, sentenceLength: 2900, ceilings } as const;
    const { hyperparameters: h, reasons } = proposeHyperparameters(textOf(FABLE, names));
    expect(h.windowLength).toBe(4);
    const texts = reasons.map(({ text }) => inBoth(text).en).join('\n');
    expect(texts).toContain('4 preceding characters decide 72 % of your text.');
    expect(texts).not.toMatch(/by heart\.|hardly help|every word/);
  });

  test('that nothing can be learnt of what occurs once is said where something does', () => {
    const { reasons } = proposeHyperparameters(textOf(BOOK, { singletons: 0 }));
    expect(reasons.map(({ name }) => name)).not.toContain('minimumCount');
  });

  test('a book carries its memory, holds some of itself out and drops what is rare', () => {
    const { hyperparameters: h, reasons } = proposeHyperparameters(BOOK);
    expect(h).toMatchObject({ tokenizer: 'words', context: 'sequence', minimumCount: 2, validationFraction: 0.05 });
    expect(h.dropout).toBeGreaterThan(0);
    expect(reasons.map(({ name }) => name)).toContain('validationFraction');
    expect(
      proposeHyperparameters(textOf(BOOK, { tokenizer: 'characters', symbols: 1_115_394, distinct: 65 })),
    ).toMatchObject({
      preset: 'characters',
      hyperparameters: { tokenizer: 'characters', minimumCount: 1 },
    });
  });

  test('whatever is proposed otherwise than without a text has a reason', () => {
    const letters = { tokenizer: 'characters', distinct: 27 } as const;
    const texts = [
      FABLE,
      textOf(FABLE, letters),
      textOf(FABLE, { symbols: 24_000, distinct: 4000 }),
      BOOK,
      textOf(BOOK, letters),
      textOf(BOOK, { tokenizer: 'subwords', distinct: 4000 }),
    ];
    for (const facts of texts) {
      const { hyperparameters: h, reasons } = proposeHyperparameters(facts);
      const moved = hyperparameterNames.filter((name) => applies(name, h) && h[name] !== hyperparameter(name).default);
      const silent = moved.filter((name) => !reasons.some((one) => one.name === name) && !adviseOn(name, h, facts));
      expect(silent, facts.statistics.tokenizer).toEqual([]);
      expect(new Set(reasons.map(({ name }) => name)).size).toBe(reasons.length);
    }
    const dropout = proposeHyperparameters(BOOK).reasons.find(({ name }) => name === 'dropout');
    expect(inBoth(dropout!.text).en).toBe('Silencing 30 % of the signals puts memorising off.');
  });

  test.each([2, 3, 4, 5, 20, 204, 3000, 10_000, 10_001, 40_000, 99_999, 100_000, 1_000_000, 30_000_000])(
    'whatever the length, they are valid and the text is long enough for them: %i symbols',
    (symbols) => {
      for (const tokenizer of ['whitespace', 'words', 'characters'] as const) {
        const facts = textOf(BOOK, { tokenizer, symbols, distinct: Math.min(symbols, 9000), singletons: 0 });
        const { hyperparameters: h, reasons } = proposeHyperparameters(facts);
        expect(hyperparametersSchema.safeParse(h).success).toBe(true);
        expect(() => checkConflicts(h)).not.toThrow();
        const learnt = symbols * (1 - h.validationFraction);
        if (h.context === 'window') expect(learnt).toBeGreaterThan(h.windowLength);
        else expect(learnt).toBeGreaterThan(h.batchSize * h.sequenceLength);
        for (const { text } of reasons)
          for (const line of Object.values(inBoth(text))) expect(line).not.toMatch(/NaN|undefined|Infinity/);
      }
    },
  );
});

describe('presets and changes', () => {
  test.each([5, 20, 300, 978, 2_000, 20_000])('every preset fits a text of %i symbols', (symbols) => {
    for (const name of presetNames) {
      const h = presetFor(name, symbols);
      expect(() => checkConflicts(h)).not.toThrow();
      const learnt = symbols * (1 - h.validationFraction);
      if (h.context === 'sequence') expect(learnt).toBeGreaterThan(h.batchSize * h.sequenceLength);
      if (symbols === 20_000) expect(h).toEqual(presetHyperparameters(name));
    }
  });

  test('every preset is a valid set of settings', () => {
    for (const name of presetNames) {
      const h = presetHyperparameters(name);
      expect(hyperparametersSchema.safeParse(h).success).toBe(true);
      expect(() => checkConflicts(h)).not.toThrow();
    }
  });

  test("the article's presets are the article's", () => {
    expect(presetHyperparameters('article-2x512')).toMatchObject({
      tokenizer: 'whitespace',
      input: 'ordinal',
      layers: 2,
      units: 512,
      windowLength: 3,
      order: 'article',
      stride: 4,
      batchSize: 1,
      optimizer: 'rmsprop',
      learningRate: 0.001,
      momentum: 0,
      clipNorm: 0,
      schedule: 'constant',
      steps: 50_000,
      reportEvery: 1000,
    });
  });

  test("the article's stride follows the window's length, unless it is given", () => {
    const article = presetHyperparameters('article-1x512');
    expect(withChanges(article, { windowLength: 5 }).stride).toBe(6);
    expect(withChanges(article, { windowLength: 5, stride: 2 }).stride).toBe(2);
    expect(withChanges(article, { units: 64 }).stride).toBe(4);
    expect(withChanges(presetHyperparameters('fable'), { windowLength: 5 }).stride).toBe(1);
    expect(withChanges(presetHyperparameters('fable'), { order: 'article' }).stride).toBe(4);
    expect(withChanges(article, { windowLength: undefined })).toEqual(article);
  });

  test('sizes of tied weights stay equal where only one is given', () => {
    const novel = presetHyperparameters('novel');
    expect(novel.tieWeights).toBe(true);
    expect(withChanges(novel, { units: 512 }).embeddingSize).toBe(512);
    expect(withChanges(novel, { embeddingSize: 300 }).units).toBe(300);
    expect(withChanges(novel, { units: 512, embeddingSize: 300 })).toMatchObject({ units: 512, embeddingSize: 300 });
    expect(withChanges(novel, { units: 512, tieWeights: false }).embeddingSize).toBe(novel.embeddingSize);
  });
});
