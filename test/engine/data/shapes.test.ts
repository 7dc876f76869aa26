import { expect, test } from 'vitest';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { createDataOrder, partsForTraining } from '../../../electron/engine/data/index.ts';
import { Random } from '../../../electron/engine/random.ts';

const ids = Uint32Array.from({ length: 301 }, (_, k) => k % 12);
const h = (values: Partial<Hyperparameters>): Hyperparameters => ({
  ...defaultHyperparameters(),
  validationFraction: 0,
  batchSize: 7,
  windowLength: 3,
  sequenceLength: 6,
  ...values,
});

test.each([
  ['shuffled windows', h({}), [0]],
  ['windows of several sources', h({}), [0, 90, 100]],
  ['the article’s windows', h({ order: 'article' }), [0]],
  ['sequences', h({ context: 'sequence' }), [0]],
  ['sequences of several sources', h({ context: 'sequence' }), [0, 90, 100]],
] as const)('an order says beforehand what shapes its batches have: %s', (_, settings, starts) => {
  const { training } = partsForTraining(ids, settings, starts);
  const order = createDataOrder(ids, training, settings, new Random(1));
  const counts = new Map<string, number>();
  for (let k = 0; k < order.batchesPerPass; k++) {
    const { time, lanes } = order.next();
    const shape = `${time} ${lanes}`;
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const said = order.shapes().map(({ time, lanes }) => `${time} ${lanes}`);
  expect([...said].sort()).toEqual([...counts.keys()].sort());
  expect(said.map((shape) => counts.get(shape))).toEqual([...counts.values()].sort((a, b) => b - a));
});
