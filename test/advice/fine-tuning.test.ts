import { describe, expect, test } from 'vitest';
import { warningsBefore } from '../../electron/advice/before-training.ts';
import { proposeFineTuning } from '../../electron/advice/fine-tuning.ts';
import { PRESETS, presetHyperparameters, presetNames } from '../../electron/advice/presets.ts';
import {
  checkConflicts,
  defaultHyperparameters,
  hyperparametersSchema,
  type Hyperparameters,
} from '../../electron/contract/hyperparameters.ts';
import { partsForTraining } from '../../electron/engine/data/create-data-order.ts';
import { FABLE } from './facts.ts';

const BASES: Record<string, Hyperparameters> = {
  ...Object.fromEntries(presetNames.map((name) => [name, presetHyperparameters(name)])),
  ...Object.fromEntries(
    presetNames
      .filter((name) => name.startsWith('article'))
      .map((name) => [
        `${name} embedded`,
        { ...defaultHyperparameters(), ...PRESETS[name], input: 'embedding' as const },
      ]),
  ),
  imported: defaultHyperparameters(),
  'long windows': { ...defaultHyperparameters(), windowLength: 256 },
  'long strides': { ...defaultHyperparameters(), windowLength: 256, stride: 1024 },
  'long sequences': { ...presetHyperparameters('novel'), sequenceLength: 1024, batchSize: 4096 },
  'smallest rate': { ...presetHyperparameters('fable'), learningRate: 1e-7 },
  subwords: { ...presetHyperparameters('novel'), tokenizer: 'subwords' },
};
const SIZES = [2, 5, 100, 1000, 1001, 2001, 1e4, 1e5, 1e7];

function facts(h: Hyperparameters, symbols: number, sources?: { characters: number }[]) {
  const distinct = Math.ceil(Math.sqrt(symbols));
  const { tokenizer, lowercase } = h;
  const statistics = {
    ...FABLE.statistics,
    tokenizer,
    lowercase,
    symbols,
    distinct,
    singletons: distinct >> 1,
    coverage: [[distinct, 1] as [number, number]],
  };
  return { characters: 5 * symbols, language: 'en', statistics, sources };
}

describe('what is proposed for learning on', () => {
  test.each(Object.entries(BASES))('is never refused nor doubted, whatever the length of the text: %s', (_, h) => {
    for (const symbols of SIZES) {
      const text = facts(h, symbols);
      const proposed = proposeFineTuning({ hyperparameters: h }, text);
      expect(hyperparametersSchema.parse(proposed)).toEqual(proposed);
      checkConflicts(proposed);
      if (symbols > 2 || h.order !== 'article') partsForTraining(new Uint16Array(symbols), proposed);
      if (symbols >= 100) expect(warningsBefore(proposed, text)).toEqual([]);
    }
  });

  test('holds where pieces of words that suit the model are fewer than were counted', () => {
    const h = BASES.subwords;
    for (const symbols of SIZES.slice(2))
      partsForTraining(new Uint16Array(symbols / 3), proposeFineTuning({ hyperparameters: h }, facts(h, symbols)));
  });

  test.each(Object.entries(BASES))('fits the files of a text: %s', (_, h) => {
    for (const [files, length] of [
      [2, 50],
      [300, 9],
      [3, 4000],
      [2000, 12],
    ]) {
      const sources = Array.from({ length: files }, () => ({ characters: 5 * length }));
      const proposed = proposeFineTuning({ hyperparameters: h }, facts(h, files * length, sources));
      const starts = sources.map((_source, index) => index * length);
      partsForTraining(new Uint16Array(files * length), proposed, starts);
    }
  });

  test('passes over a short text are as few as over a long one', () => {
    for (const symbols of [100, 1000, 1e4, 1e5]) {
      const h = presetHyperparameters('novel');
      const { steps, batchSize, sequenceLength } = proposeFineTuning({ hyperparameters: h }, facts(h, symbols));
      expect((steps * batchSize * sequenceLength) / symbols).toBeLessThan(8);
    }
  });

  test('learning on again neither slows down nor keeps the small batches of a short text', () => {
    const h = presetHyperparameters('novel');
    const once = proposeFineTuning({ hyperparameters: h }, facts(h, 100));
    const base = { id: 'novel-1', name: 'Novel', texts: [] };
    const twice = proposeFineTuning({ hyperparameters: once, base }, facts(h, 1e5));
    expect(twice.learningRate).toBe(once.learningRate);
    expect(twice).toMatchObject({ batchSize: 32, sequenceLength: 35 });
  });
});
