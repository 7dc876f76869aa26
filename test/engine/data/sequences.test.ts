import { describe, expect, test } from 'vitest';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { everyPrediction, partsForTraining } from '../../../electron/engine/data/index.ts';
import { Sequences } from '../../../electron/engine/data/sequences.ts';
import { splitText } from '../../../electron/engine/data/split.ts';
import { Random } from '../../../electron/engine/random.ts';
import { STREAM } from '../../../electron/engine/training/streams.ts';
import { refusalOf } from '../../messages/said.ts';

const count = (length: number) => Uint32Array.from({ length }, (_, k) => k);

describe('sequences', () => {
  test.each([
    { symbols: 101, sequenceLength: 10, batchSize: 5 },
    { symbols: 204, sequenceLength: 35, batchSize: 4 },
    { symbols: 97, sequenceLength: 7, batchSize: 6 },
    { symbols: 30, sequenceLength: 64, batchSize: 1 },
    { symbols: 9, sequenceLength: 1, batchSize: 8 },
  ])('carry every lane on through the text and reach every symbol: %o', ({ symbols, ...settings }) => {
    const sequences = new Sequences(count(symbols), settings);
    for (let pass = 0; pass < 2; pass++) {
      const reached = new Set<number>();
      let previous: number[] = [];
      for (let k = 0; k < sequences.batchesPerPass; k++) {
        const { inputs, targets, time, lanes, fresh } = sequences.next();
        expect(fresh).toBe(k === 0);
        expect(lanes).toBe(settings.batchSize);
        expect(time).toBeLessThanOrEqual(settings.sequenceLength);
        const first = Array.from(inputs.subarray(0, lanes));
        if (k > 0) expect(first).toEqual(previous);
        for (let t = 0; t < time; t++) {
          for (let lane = 0; lane < lanes; lane++) {
            expect(inputs[t * lanes + lane]).toBe(first[lane] + t);
            expect(targets[t * lanes + lane]).toBe(first[lane] + t + 1);
            reached.add(first[lane] + t + 1);
          }
        }
        previous = Array.from(targets.subarray((time - 1) * lanes));
      }
      expect(reached.size).toBe(symbols - 1);
    }
  });

  test('a restored cursor goes on at the same place', () => {
    const settings = { sequenceLength: 10, batchSize: 3 };
    const sequences = new Sequences(count(200), settings);
    for (let k = 0; k < 10; k++) sequences.next();
    const resumed = new Sequences(count(200), settings);
    resumed.restore(JSON.parse(JSON.stringify(sequences.cursor())));
    for (let k = 0; k < 20; k++) expect(resumed.next()).toEqual(sequences.next());
  });

  const settings = { sequenceLength: 10, batchSize: 4 };
  const reset = (share: number) =>
    new Sequences(count(4001), settings, undefined, { share, random: new Random(1).fork(STREAM.data) });
  const anewIn = (sequences: Sequences, batches: number) =>
    Array.from({ length: batches }, () => sequences.next().anew ?? []);

  test('let lanes begin anew by chance, about as often as asked, in each pass at other places', () => {
    const sequences = reset(0.1);
    const passes = [0, 1].map(() => anewIn(sequences, sequences.batchesPerPass));
    const often = passes.flat(2).length / (2 * sequences.batchesPerPass * settings.batchSize);
    expect(often).toBeGreaterThan(0.07);
    expect(often).toBeLessThan(0.13);
    expect(new Set(passes[0].flat()).size).toBe(settings.batchSize);
    expect(passes[1]).not.toEqual(passes[0]);
    expect(anewIn(reset(1), 3)).toEqual([0, 1, 2].map(() => [0, 1, 2, 3]));
  });

  test('reset the same lanes from a restored cursor on, and read the same text as without', () => {
    const sequences = reset(0.3);
    const plain = new Sequences(count(4001), settings);
    for (let k = 0; k < 130; k++) {
      const { anew: _, ...batch } = sequences.next();
      expect(batch).toEqual(plain.next());
    }
    const resumed = reset(0.3);
    resumed.restore(JSON.parse(JSON.stringify(sequences.cursor())));
    expect(anewIn(resumed, 50)).toEqual(anewIn(sequences, 50));
  });
});

describe('the parts of a text', () => {
  test('validation is the end of the text, in the same memory', () => {
    const ids = count(100);
    const { training, validation } = splitText(ids, 0.1);
    expect([training.length, validation.length, validation[0]]).toEqual([90, 10, 90]);
    expect(validation.buffer).toBe(ids.buffer);
    expect(splitText(ids, 0).validation).toHaveLength(0);
  });

  test('a text too short for the settings is refused with the length that would do', () => {
    const h = defaultHyperparameters();
    const needs = (symbols: number, values: Partial<typeof h>) => () =>
      partsForTraining(count(symbols), { ...h, ...values });
    expect(refusalOf(needs(3, {})).message).toBe('The text has 3 symbols; these settings need at least 4.');
    expect(needs(4, {})).not.toThrow();
    expect(refusalOf(needs(7, { order: 'article', stride: 4 })).message).toContain('at least 8');
    expect(needs(8, { order: 'article', stride: 4 })).not.toThrow();
    expect(refusalOf(needs(700, { context: 'sequence', sequenceLength: 35, batchSize: 20 })).message).toContain(
      'at least 701',
    );
    expect(needs(701, { context: 'sequence', sequenceLength: 35, batchSize: 20 })).not.toThrow();
    expect(refusalOf(needs(30, { validationFraction: 0.1 })).message).toContain('at least 40');
    expect(needs(40, { validationFraction: 0.1 })).not.toThrow();
  });
});

describe('every prediction', () => {
  const h = defaultHyperparameters();
  const targets = (ids: Uint32Array, values: Partial<typeof h>, limit?: number) =>
    [...everyPrediction(ids, { ...h, ...values }, limit)].flatMap((batch) => Array.from(batch.targets));

  test('windows: each symbol after the first window once, in order, up to the limit', () => {
    expect(targets(count(600), {})).toEqual(Array.from({ length: 597 }, (_, k) => k + 3));
    expect(targets(count(600), {}, 10)).toHaveLength(10);
    expect(targets(count(3), {})).toEqual([]);
  });

  test('sequences: every symbol but the first', () => {
    const all = targets(count(2000), { context: 'sequence', sequenceLength: 20, batchSize: 8 });
    expect(new Set(all).size).toBe(1999);
    expect(targets(count(20), { context: 'sequence' })).toEqual(Array.from({ length: 19 }, (_, k) => k + 1));
  });
});
