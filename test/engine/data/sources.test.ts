import { describe, expect, test } from 'vitest';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { ArticleWindows } from '../../../electron/engine/data/article-windows.ts';
import { createDataOrder, cursorFits, everyPrediction, partsForTraining } from '../../../electron/engine/data/index.ts';
import { Sequences } from '../../../electron/engine/data/sequences.ts';
import { ShuffledWindows } from '../../../electron/engine/data/shuffled-windows.ts';
import { evenShare, Places } from '../../../electron/engine/data/stretches.ts';
import type { TextBatch } from '../../../electron/engine/data/text-batch.ts';
import { Random } from '../../../electron/engine/random.ts';
import { refusalOf } from '../../messages/said.ts';

/** Every symbol is its own place in the text. */
const ids = Uint32Array.from({ length: 20 }, (_, k) => k);
/** 0–6, 7–9, 10–19 */
const starts = [0, 7, 10];
const sources = [
  { start: 0, end: 7 },
  { start: 7, end: 10 },
  { start: 10, end: 20 },
];
const h = (values: Partial<Hyperparameters>): Hyperparameters => ({ ...defaultHyperparameters(), ...values });

/** What each lane of a batch reads: its inputs, then its last target. */
const read = ({ inputs, targets, time, lanes }: TextBatch): number[][] =>
  Array.from({ length: lanes }, (_, lane) => [
    ...Array.from({ length: time }, (_, t) => inputs[t * lanes + lane]),
    targets[targets.length - lanes + lane],
  ]);
const pass = (order: { batchesPerPass: number; next(): TextBatch }) =>
  Array.from({ length: order.batchesPerPass }, () => order.next());

describe('places of several stretches', () => {
  test('are counted one behind the other; a stretch without any is passed over', () => {
    const places = new Places([0, 2, 0, 0, 3, 0]);
    expect(places.total).toBe(5);
    expect([0, 1, 2, 3, 4].map((place) => places.find(place))).toEqual([
      { stretch: 1, own: 0 },
      { stretch: 1, own: 1 },
      { stretch: 4, own: 0 },
      { stretch: 4, own: 1 },
      { stretch: 4, own: 2 },
    ]);
  });

  test('of many, each stretch gives its share', () => {
    expect(evenShare([100, 300], 40)).toEqual([10, 30]);
    expect(evenShare([100, 300], 400)).toEqual([100, 300]);
    expect(evenShare([20_001], 20_000)).toEqual([20_000]);
  });
});

describe('windows of several sources', () => {
  test('none reaches over a border, and all others are there once', () => {
    const order = new ShuffledWindows(ids, { windowLength: 3, stride: 1, batchSize: 4 }, new Random(1), sources);
    const windows = pass(order).flatMap(read);
    // of 7 symbols four, of 3 none, of 10 seven
    const wanted = [0, 1, 2, 3, 10, 11, 12, 13, 14, 15, 16].map((start) => [start, start + 1, start + 2, start + 3]);
    expect(windows.toSorted((a, b) => a[0] - b[0])).toEqual(wanted);
  });

  test('a stride begins anew in each source', () => {
    const order = new ShuffledWindows(ids, { windowLength: 2, stride: 3, batchSize: 9 }, new Random(1), sources);
    expect(
      pass(order)
        .flatMap(read)
        .map(([first]) => first)
        .toSorted((a, b) => a - b),
    ).toEqual([0, 3, 7, 10, 13, 16]);
  });

  test("the article's order walks through one source after the other, from a random place near its beginning", () => {
    const settings = { windowLength: 3, stride: 4, batchSize: 1 };
    const order = new ArticleWindows(ids, settings, new Random(2), sources);
    const beginnings = [new Set<number>(), new Set<number>()];
    let before: number | undefined;
    let resumed: ArticleWindows | undefined;
    for (let k = 0; k < 400; k++) {
      const [window] = read(order.next());
      const [start] = window;
      if (resumed) expect(read(resumed.next())).toEqual([window]);
      expect(window).toEqual([start, start + 1, start + 2, start + 3]);
      const source = start < 7 ? 0 : 1;
      // 7–9 have no window
      expect(source === 0 ? start <= 3 : start >= 10 && start <= 16).toBe(true);
      if (start - 4 !== before) beginnings[source].add(start);
      before = start;
      const cursor = order.cursor();
      expect(cursorFits(cursor, sources, h({ order: 'article', ...settings }))).toBe(true);
      resumed = new ArticleWindows(ids, settings, new Random(9), sources);
      resumed.restore(JSON.parse(JSON.stringify(cursor)));
    }
    expect([...beginnings[0]].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect([...beginnings[1]].toSorted((a, b) => a - b)).toEqual([10, 11, 12, 13, 14]);
  });
});

describe('sequences of several sources', () => {
  test('one lane: what it carries is forgotten where a source begins, and nothing predicts over a border', () => {
    const order = new Sequences(ids, { sequenceLength: 4, batchSize: 1 }, sources);
    const batches = pass(order);
    expect(batches.map((batch) => read(batch)[0])).toEqual([
      [0, 1, 2, 3],
      [3, 4, 5, 6],
      [7, 8, 9],
      [10, 11, 12, 13],
      [13, 14, 15, 16],
      [16, 17, 18, 19],
    ]);
    expect(batches.map(({ fresh, anew }) => [fresh, anew])).toEqual([
      [true, undefined],
      [false, undefined],
      [false, [0]],
      [false, [0]],
      [false, undefined],
      [false, undefined],
    ]);
  });

  test('two lanes: only the one that comes to a border forgets', () => {
    // predictions 6, 2, 9: lane 0 has the first nine, lane 1 begins with the ninth, which is the first of 10–19
    const order = new Sequences(ids, { sequenceLength: 5, batchSize: 2 }, sources);
    const batches = pass(order);
    expect(batches.map(read)).toEqual([
      [
        [0, 1, 2, 3],
        [10, 11, 12, 13],
      ],
      [
        [3, 4, 5, 6],
        [13, 14, 15, 16],
      ],
      [
        [7, 8, 9],
        [16, 17, 18],
      ],
      [
        [10, 11],
        [18, 19],
      ],
    ]);
    expect(batches.map(({ anew }) => anew)).toEqual([undefined, undefined, [0], [0]]);
  });

  test.each([1, 2, 3, 5])(
    'each symbol but the first of a source is predicted, in %i lanes; a cursor goes on',
    (batchSize) => {
      const settings = { sequenceLength: 3, batchSize };
      const order = new Sequences(ids, settings, sources);
      const predicted = new Set(pass(order).flatMap(({ targets }) => Array.from(targets)));
      expect([...predicted].toSorted((a, b) => a - b)).toEqual(Array.from(ids).filter((id) => !starts.includes(id)));
      for (let k = 0; k < 2; k++) order.next();
      const resumed = new Sequences(ids, settings, sources);
      const cursor = order.cursor();
      expect(cursorFits(cursor, sources, h({ context: 'sequence', ...settings }))).toBe(true);
      resumed.restore(cursor);
      for (let k = 0; k < 20; k++) expect(resumed.next()).toEqual(order.next());
    },
  );

  test('a source of one symbol, or none, has nothing to predict', () => {
    const few = [
      { start: 0, end: 4 },
      { start: 4, end: 5 },
      { start: 5, end: 5 },
      { start: 5, end: 8 },
    ];
    const order = new Sequences(ids, { sequenceLength: 9, batchSize: 1 }, few);
    expect(pass(order).map((batch) => read(batch)[0])).toEqual([
      [0, 1, 2, 3],
      [5, 6, 7],
    ]);
  });
});

describe('what is kept aside', () => {
  test('is the end of each source', () => {
    expect(partsForTraining(ids, h({ windowLength: 1, validationFraction: 0.3 }), starts)).toEqual({
      training: [
        { start: 0, end: 5 },
        { start: 7, end: 10 },
        { start: 10, end: 17 },
      ],
      validation: [
        { start: 5, end: 7 },
        { start: 10, end: 10 },
        { start: 17, end: 20 },
      ],
    });
  });

  test('is one whole source where it is named, whatever share is set', () => {
    const parts = partsForTraining(ids, h({ windowLength: 1, validationFraction: 0.3, validationFile: 1 }), starts);
    expect(parts).toEqual({ training: sources.slice(1), validation: sources.slice(0, 1) });
    for (const validationFile of [4, 500])
      expect(refusalOf(() => partsForTraining(ids, h({ validationFile }), starts)).message).toBe(
        `There is no file “${validationFile}” to keep aside: the text is made of 3 files.`,
      );
    expect(refusalOf(() => partsForTraining(ids, h({ validationFile: 1 }))).message).toContain('made of 1 file.');
  });

  test('is measured by each source its share, and never over a border', () => {
    const targets = (values: Partial<Hyperparameters>, limit?: number) =>
      [...everyPrediction(ids, h(values), limit, sources)].flatMap((batch) => Array.from(batch.targets));
    expect(targets({ windowLength: 3 })).toEqual([3, 4, 5, 6, 13, 14, 15, 16, 17, 18, 19]);
    expect(targets({ windowLength: 3 }, 6)).toEqual([3, 4, 13, 14, 15]);
    expect(targets({ context: 'sequence', sequenceLength: 9 }, 9)).toEqual([1, 2, 3, 8, 11, 12, 13, 14]);
  });

  test('sources too short for a window or a batch are refused, though the text is long enough', () => {
    const needs = (values: Partial<Hyperparameters>) => () => partsForTraining(ids, h(values), starts);
    expect(needs({ windowLength: 9 })).not.toThrow();
    expect(refusalOf(needs({ windowLength: 10 })).message).toBe(
      'The text has 20 symbols; these settings need at least 21.',
    );
    const sequences = { context: 'sequence', sequenceLength: 17 } as const;
    expect(needs({ ...sequences, batchSize: 1 })).not.toThrow();
    expect(() => createDataOrder(ids, sources, h({ ...sequences, batchSize: 1 }), new Random(1))).not.toThrow();
    expect(needs({ ...sequences, sequenceLength: 18, batchSize: 1 })).toThrow('text-too-short');
    expect(needs({ windowLength: 9, validationFraction: 0.4 })).toThrow('text-too-short');
  });
});
