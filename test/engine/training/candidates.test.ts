import { describe, expect, test } from 'vitest';
import { lossOverAll } from '../../../electron/engine/model/metrics.ts';
import { Random } from '../../../electron/engine/random.ts';
import { CandidateSampler } from '../../../electron/engine/training/candidate-sampler.ts';
import { chain, letters, tiny, trainTiny } from './fixture.ts';

/** Counts that fall as in a text: the k-th symbol is k times as rare as the first. */
const COUNTS = Uint32Array.from({ length: 200 }, (_, k) => Math.ceil(10_000 / (k + 1)));
const total = COUNTS.reduce((sum, count) => sum + count, 0);

/** Targets as a text has them. */
function targetsOf(random: Random, count: number): Int32Array {
  return Int32Array.from({ length: count }, () => {
    let left = random.integer(total);
    return COUNTS.findIndex((each) => (left -= each) < 0);
  });
}

describe('candidates', () => {
  const sampler = new CandidateSampler(COUNTS, 30);

  test('are the targets and others, each once and always as many', () => {
    const random = new Random(1);
    for (let round = 0; round < 50; round++) {
      const targets = targetsOf(random, 8);
      const { ids, places, corrections } = sampler.draw(targets, random);
      expect(new Set(ids).size).toBe(sampler.countFor(8));
      expect(ids.length).toBe(38);
      expect(Array.from(places, (place) => ids[place])).toEqual([...targets]);
      expect(corrections.length).toBe(ids.length);
    }
  });

  test('are the same for the same random numbers', () => {
    const targets = targetsOf(new Random(2), 8);
    expect(sampler.draw(targets, new Random(3))).toEqual(sampler.draw(targets, new Random(3)));
    expect(sampler.draw(targets, new Random(4))).not.toEqual(sampler.draw(targets, new Random(3)));
  });

  test('stand for all: each, by one over its chance, counts once on average', () => {
    const random = new Random(5);
    const rounds = 5000;
    const sums = new Float64Array(COUNTS.length);
    for (let round = 0; round < rounds; round++) {
      const { ids, corrections } = sampler.draw(targetsOf(random, 8), random);
      ids.forEach((id, k) => (sums[id] += Math.exp(corrections[k])));
    }
    sums.forEach((sum) => expect(Math.abs(sum / rounds - 1)).toBeLessThan(0.25));
    const mean = sums.reduce((all, sum) => all + sum, 0) / rounds / COUNTS.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.03);
  });
});

test('of losses over candidates, the loss over all symbols is told', () => {
  const classes = COUNTS.length;
  const random = new Random(6);
  const logits = Float64Array.from({ length: classes }, (_, k) => 2 * random.normal() - 0.7 * Math.log(k + 1));
  const sampler = new CandidateSampler(COUNTS, 60);
  const powers = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
  const rounds = 2000;
  for (const target of [0, 3, 150]) {
    const expected = Math.log(powers) - logits[target];
    let told = 0;
    for (let round = 0; round < rounds; round++) {
      const others = targetsOf(random, 7);
      const drawn = sampler.draw(Int32Array.of(target, ...others), random);
      const corrected = Float64Array.from(drawn.ids, (id, k) => logits[id] + drawn.corrections[k]);
      const sum = corrected.reduce((all, logit) => all + Math.exp(logit), 0);
      const loss = Math.log(sum) - corrected[drawn.places[0]];
      told += lossOverAll(Float32Array.of(loss), drawn);
    }
    expect(Math.abs(told / rounds - expected), String(target)).toBeLessThan(0.1);
  }
});

test('a run over candidates learns a text as one over all symbols does', async () => {
  const text = { ids: chain(1500, 80), vocabulary: letters(80) };
  const values = { steps: 250, reportEvery: 25, validationFraction: 0.2, evaluateEvery: 250, learningRate: 0.02 };
  const [full, sampled] = [
    await trainTiny(tiny(values), text),
    await trainTiny(tiny({ ...values, sampledSoftmax: 24 }), text),
  ];
  const last = (run: typeof full) => run.reports.at(-1)!;
  expect(last(full).validationLoss!).toBeLessThan(2.5);
  expect(Math.abs(last(sampled).validationLoss! - last(full).validationLoss!)).toBeLessThan(0.2);
  // what is shown while it learns can be compared
  expect(Math.abs(last(sampled).loss! - last(full).loss!)).toBeLessThan(0.3);
  expect(sampled.weights['output/weights'].length).toBe(full.weights['output/weights'].length);
  expect(sampled.left).toBe(0);
});
