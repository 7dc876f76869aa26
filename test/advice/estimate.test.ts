import { describe, expect, test } from 'vitest';
import { mostMeasured } from '../../electron/advice/most-measured.ts';
import { estimateRun, vocabularySizeOf } from '../../electron/advice/estimate.ts';
import { memoryNeeded } from '../../electron/advice/memory.ts';
import type { Hyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { CorpusFacts } from '../../electron/advice/wording.ts';
import { weightCount } from '../../electron/contract/network-size.ts';
import { presetHyperparameters } from '../../electron/advice/presets.ts';
import { BOOK, FABLE, textOf } from './facts.ts';

const article = (layers: 1 | 2) => presetHyperparameters(`article-${layers}x512`);
const novel = presetHyperparameters('novel');

describe('the estimate of a run', () => {
  test('weights are counted as the model has them', () => {
    expect(weightCount(article(1), 112)).toBe((1 + 512 + 1) * 2048 + 512 * 112 + 112);
    expect(weightCount({ ...article(2), input: 'embedding', embeddingSize: 64 }, 112)).toBe(
      112 * 64 + (64 + 512 + 1) * 2048 + (1024 + 1) * 2048 + 512 * 112 + 112,
    );
    const tied = { input: 'embedding', embeddingSize: 8, layers: 1, units: 8, tieWeights: true } as const;
    expect(weightCount(tied, 100)).toBe(800 + 17 * 32 + 100);
    expect(weightCount({ ...tied, input: 'one-hot', tieWeights: false }, 100)).toBe(109 * 32 + 800 + 100);
  });

  test('the vocabulary a text leaves: limit, minimum count, a place for the unknown', () => {
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 0, minimumCount: 1 }, BOOK)).toBe(17_000);
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 5000, minimumCount: 1 }, BOOK)).toBe(5001);
    expect(vocabularySizeOf({ ...novel, vocabularyLimit: 0, minimumCount: 2 }, BOOK)).toBe(7501);
  });

  const step = (h: Hyperparameters, facts: CorpusFacts) => estimateRun(h, facts).secondsPerStep;

  test('the time is that of the quicker engine, unless the settings or the machine name one', () => {
    const forced = (engine: 'tensorflow' | 'portable') => step({ ...article(2), engine }, FABLE);
    expect(step(article(2), FABLE)).toBe(Math.min(forced('tensorflow'), forced('portable')));
    const lacking = { engine: { engine: 'portable' } } as const;
    expect(estimateRun(article(2), FABLE, lacking).secondsPerStep).toBe(forced('portable'));
  });

  test('a softmax over some symbols makes the step of a large vocabulary as quick as that of a usual one', () => {
    const shape = { ...novel, layers: 2, embeddingSize: 512, units: 512, sequenceLength: 35, batchSize: 20 };
    const large = { ...shape, tieWeights: false, vocabularyLimit: 0, minimumCount: 1, optimizer: 'sgd' } as const;
    const many = textOf(BOOK, { distinct: 170_000 });
    const usual = estimateRun(large, textOf(BOOK, { distinct: 10_000 })).secondsPerStep;
    expect(estimateRun({ ...large, sampledSoftmax: 4096 }, many).secondsPerStep).toBeLessThan(1.5 * usual);
    expect(estimateRun(large, many).secondsPerStep).toBeGreaterThan(5 * usual);
    // too many to spare anything: as if it went over all
    const vain = estimateRun({ ...large, sampledSoftmax: 90_000 }, many);
    expect(vain.secondsPerStep).toBe(estimateRun(large, many).secondsPerStep);
    expect(memoryNeeded({ ...large, sampledSoftmax: 4096 }, 170_000, 1e6)).toBeLessThan(4e9);
  });

  test('measurements count, which go over all symbols where steps do not', () => {
    const shape = { ...novel, layers: 1, units: 256, embeddingSize: 256, vocabularyLimit: 0, minimumCount: 1 };
    const many = textOf(BOOK, { distinct: 170_000 });
    const drawn = { ...shape, sampledSoftmax: 4096, steps: 10, validationFraction: 0, tieWeights: true };
    const { seconds, secondsPerStep } = estimateRun(drawn, many);
    const over = estimateRun({ ...drawn, sampledSoftmax: 0 }, many).secondsPerStep;
    // forward alone: a third of the steps that predict as many
    const last = ((mostMeasured(drawn, 170_000) / (shape.sequenceLength * shape.batchSize)) * over) / 3;
    expect(seconds - 10 * secondsPerStep).toBeGreaterThan(0.9 * last);
    expect(seconds - 10 * secondsPerStep).toBeLessThan(1.3 * last + 10);
    const twice = estimateRun({ ...drawn, validationFraction: 0.1, evaluateEvery: 5 }, many).seconds - seconds;
    expect(twice).toBeGreaterThan(0.5 * last);
  });

  test('steps that were timed stand for those of the run, and tell how long it takes to measure it', () => {
    const timed = { engine: 'portable', milliseconds: 50 } as const;
    const counted = estimateRun({ ...novel, engine: 'portable' }, BOOK);
    const known = estimateRun(novel, BOOK, { timed });
    expect([counted.basis, known.basis]).toEqual(['calculated', 'timed']);
    expect(known.secondsPerStep).toBe(0.05);
    const besides = ({ seconds, secondsPerStep }: typeof known) => seconds - novel.steps * secondsPerStep;
    const measuring = (estimate: typeof known) =>
      besides(estimate) -
      besides(estimateRun({ ...novel, engine: 'portable' }, BOOK, { timed: { ...timed, milliseconds: 1e-9 } }));
    expect(measuring(known) / measuring(counted)).toBeCloseTo(0.05 / counted.secondsPerStep, 6);
  });

  test('windows are measured many at once, however few a step learns from', () => {
    const short = { ...article(1), steps: 1, validationFraction: 0, engine: 'portable' } as const;
    const timed = { engine: 'portable', milliseconds: 100 } as const;
    const ending = (batchSize: number) => {
      const h = { ...short, batchSize };
      // beside the costs of a step of that batch, as slow as those of the other
      const counted = estimateRun(h, BOOK).secondsPerStep;
      return estimateRun(h, BOOK, { timed: { ...timed, milliseconds: 1000 * counted } }).seconds - counted;
    };
    expect(ending(1)).toBeCloseTo(ending(64), 6);
  });

  test('a slower machine takes longer in proportion', () => {
    const engine = { engine: 'tensorflow' } as const;
    const measured = (times: number) => ({
      engine,
      measured: { stepMilliseconds: { tensorflow: 10 * times, portable: 12 * times }, symbolsPerSecond: 1000 },
    });
    const [fast, slow] = [estimateRun(novel, BOOK, measured(1)), estimateRun(novel, BOOK, measured(4))];
    expect(slow.secondsPerStep).toBeCloseTo(4 * fast.secondsPerStep, 10);
    expect(slow.seconds).toBeCloseTo(4 * fast.seconds, 6);
  });

  test('each engine is scaled by its own measured step', () => {
    const measured = { stepMilliseconds: { tensorflow: 1000, portable: 1 }, symbolsPerSecond: 1000 };
    const computer = { engine: { engine: 'tensorflow' }, measured } as const;
    const forced = (engine: 'tensorflow' | 'portable') => estimateRun({ ...novel, engine }, BOOK, computer);
    expect(estimateRun(novel, BOOK, computer)).toEqual(forced('portable'));
    expect(forced('tensorflow').seconds).toBeGreaterThan(10 * forced('portable').seconds);
  });

  test('a step costs more with each thing there is more of', () => {
    const base = { ...novel, input: 'embedding', tieWeights: false, vocabularyLimit: 5000, batchSize: 16 } as const;
    const larger: Partial<Hyperparameters>[] = [
      { units: 2 * base.units },
      { layers: 3 },
      { sequenceLength: 2 * base.sequenceLength },
      { batchSize: 64 },
      { vocabularyLimit: 10_000 },
    ];
    for (const engine of ['tensorflow', 'portable'] as const)
      for (const change of larger)
        expect(step({ ...base, ...change, engine }, BOOK)).toBeGreaterThan(step({ ...base, engine }, BOOK));
    const [sgd, adam] = (['sgd', 'adam'] as const).map((optimizer) => step({ ...base, optimizer, momentum: 0 }, BOOK));
    expect(adam).toBeGreaterThan(sgd);
  });

  test('memory grows with batch, units and vocabulary', () => {
    const small = memoryNeeded(novel, 10_000, 1e6);
    expect(memoryNeeded({ ...novel, batchSize: 4 * novel.batchSize }, 10_000, 1e6)).toBeGreaterThan(small);
    expect(memoryNeeded({ ...novel, units: 4096 }, 10_000, 1e6)).toBeGreaterThan(2 * small);
    expect(memoryNeeded(novel, 1_000_000, 1e6)).toBeGreaterThan(4 * small);
  });
});
