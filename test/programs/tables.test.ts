import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asWord } from '../../electron/engine/formats/vectors-format.ts';
import { formats, openLeaving, saveModel } from '../../electron/engine/formats/index.ts';
import { readWordVectors } from '../../electron/engine/formats/word-vectors.ts';
import { createKernels, type Kernels } from '../../electron/engine/kernels/index.ts';
import { loadRuntime } from '../../electron/engine/runtime/index.ts';
import { Vocabulary } from '../../electron/engine/text/vocabulary/vocabulary.ts';
import type { Report } from '../../electron/contract/run.ts';
import { unheard, written } from '../engine/formats/leaving.ts';
import { emptyFolder, FABLE, smallModel } from '../engine/formats/small-model.ts';
import { Program } from './program.ts';

/** With line ends, tabs, blanks in a row and backslashes, each a symbol. */
const AWKWARD = `${FABLE}\n\n\ttwo  of\\them\r\n▁ and , a non\u00a0breaking one "`;

let kernels: Kernels;
let python: Program;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
  python = new Program('tables.py');
});
afterAll(() => python?.close());

test.each(['words', 'characters', 'subwords', 'whitespace'] as const)(
  'a vocabulary cut into %s comes back out of its table, symbol by symbol, and out of its JSON',
  async (tokenizer) => {
    const small = smallModel(kernels, { tokenizer }, AWKWARD);
    const { symbols, counts } = small.vocabulary;
    const table = await python.ask<{ title: string; rows: unknown[] }>({
      ask: 'vocabulary',
      path: await written(small, 'vocabulary', { ending: '.tsv' }),
    });
    expect(table.title).toBe('symbol\tid\tcount');
    expect(table.rows).toEqual(symbols.map((symbol, id) => [symbol, id, counts[id]]));
    const json = readFileSync(await written(small, 'vocabulary', { ending: '.json' }), 'utf8');
    expect(Vocabulary.fromJSON(JSON.parse(json)).toJSON()).toEqual(small.vocabulary.toJSON());
    small.model.dispose();
  },
);

describe('gensim finds the words nearest to one that we find', () => {
  test.each(['embedding', 'one-hot'] as const)('%s', async (input) => {
    const small = smallModel(kernels, { input, tokenizer: 'words', embeddingSize: 24, units: 24 }, AWKWARD);
    const folder = emptyFolder();
    await saveModel(folder, small);
    const { vectors } = await readWordVectors(folder);
    const { symbols } = small.vocabulary;
    const id = small.vocabulary.id('mice') ?? small.vocabulary.id(' mice')!;
    const path = await written(small, 'vectors', { ending: '.txt' });
    const asked = { ask: 'vectors', path, word: asWord(symbols[id]), limit: 5 };
    const found = await python.ask<{ words: string[]; width: number; first: number[]; nearest: [string, number][] }>(
      asked,
    );
    expect(found.width).toBe(24);
    expect(found.words).toEqual(symbols.map(asWord));
    expect(new Set(found.words).size).toBe(symbols.length);
    const nearest = vectors.nearest(id, 5, () => true);
    expect(found.nearest.map(([word]) => word)).toEqual(nearest.map((near) => asWord(symbols[near.id])));
    for (const [at, { similarity }] of nearest.entries()) expect(found.nearest[at][1]).toBeCloseTo(similarity, 5);
    small.model.dispose();
  });
});

test('pandas reads the curves, what was not measured left out, up to where the model stands', async () => {
  const small = smallModel(kernels, {});
  small.card.step = 300;
  const folder = emptyFolder();
  await saveModel(folder, small);
  const path = join(dirname(folder), `${Math.random()}.csv`);
  const report = (step: number): Report => ({
    ...{ step, loss: 4 / step, accuracy: 0.5, perplexity: null, learningRate: 1e-3, gradientNorm: 1.5 },
    ...{ symbolsPerSecond: 1000, seconds: step / 10, secondsLeft: 1, memory: 1 },
    ...(step % 200 === 0 ? { validationLoss: 2 } : {}),
  });
  async function* reports() {
    for (const step of [100, 200, 300, 400]) yield await Promise.resolve(report(step));
  }
  const model = await openLeaving(folder, unheard());
  const run = { reports } as unknown as NonNullable<typeof model.run>;
  await formats.metrics.write({ ...model, run }, path, '.csv');
  const found = await python.ask<{
    columns: string[];
    types: string[];
    step: number[];
    loss: number[];
    measured: number;
  }>({
    ask: 'metrics',
    path,
  });
  expect(found.step).toEqual([100, 200, 300]);
  expect(found.loss).toEqual([0.04, 0.02, 4 / 300]);
  expect(found.measured).toBe(1);
  expect(found.columns).toEqual(expect.arrayContaining(['step', 'loss', 'accuracy', 'learning_rate', 'seconds']));
  expect(found.types.every((type) => type === 'int64' || type === 'float64')).toBe(true);
  small.model.dispose();
});
