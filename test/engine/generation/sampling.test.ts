import { describe, expect, test } from 'vitest';
import { samplingSchema, type Sampling } from '../../../electron/contract/story.ts';
import { Sampler, score } from '../../../electron/engine/generation/sampling.ts';
import { Random } from '../../../electron/engine/random.ts';
import { ownSeconds } from '../../tools/own-time.ts';

const plain = (values: Partial<Sampling>) => samplingSchema.parse({ temperature: 1, topP: 1, minP: 0, ...values });
const logitsOf = (probabilities: number[]) => Float32Array.from(probabilities, Math.log);

/** Share of each id among many draws. */
function shares(logits: Float32Array, values: Partial<Sampling>, unknownId?: number, recent: number[] = []): number[] {
  const draws = 20_000;
  const sampler = new Sampler(logits.length, unknownId, plain(values), new Random(7));
  const counts = new Array<number>(logits.length).fill(0);
  for (let draw = 0; draw < draws; draw++) counts[sampler.choose(logits, recent).id]++;
  return counts.map((count) => count / draws);
}

/** Five standard deviations of a share over 20,000 draws are below 0.018. */
function expectShares(actual: number[], expected: number[]): void {
  expected.forEach((share, id) => {
    if (share === 0) expect(actual[id]).toBe(0);
    else expect(Math.abs(actual[id] - share)).toBeLessThan(0.018);
  });
}

describe('sampling', () => {
  const logits = logitsOf([0.1, 0.4, 0.2, 0.05, 0.25]);

  test('draws by the probabilities of the model', () => {
    expectShares(shares(logits, {}), [0.1, 0.4, 0.2, 0.05, 0.25]);
  });

  test('temperature sharpens and flattens', () => {
    const halved = [0.1, 0.4, 0.2, 0.05, 0.25].map((p) => p ** 2);
    const total = halved.reduce((sum, p) => sum + p, 0);
    expectShares(
      shares(logits, { temperature: 0.5 }),
      halved.map((p) => p / total),
    );
  });

  test('top-k keeps k, top-p the fewest that hold p, both together top-p of what top-k left', () => {
    expectShares(shares(logits, { topK: 2 }), [0, 0.4 / 0.65, 0, 0, 0.25 / 0.65]);
    expectShares(shares(logits, { topP: 0.7 }), [0, 0.4 / 0.85, 0.2 / 0.85, 0, 0.25 / 0.85]);
    // of 0.4 and 0.25, 0.6 of the mass is in the first alone
    expectShares(shares(logits, { topK: 2, topP: 0.6 }), [0, 1, 0, 0, 0]);
  });

  test('min-p keeps what has that share of the likeliest, of what the others left and as temperature has it', () => {
    expectShares(shares(logits, { minP: 0.6 }), [0, 0.4 / 0.65, 0, 0, 0.25 / 0.65]);
    expectShares(shares(logits, { minP: 0.2 }), [0.1 / 0.95, 0.4 / 0.95, 0.2 / 0.95, 0, 0.25 / 0.95]);
    expectShares(shares(logits, { minP: 1 }), [0, 1, 0, 0, 0]);
    expectShares(shares(logits, { minP: 0.2, topK: 2 }), [0, 0.4 / 0.65, 0, 0, 0.25 / 0.65]);
    // 0.1 is a quarter of 0.4, and a sixteenth where both are squared
    const kept = shares(logits, { minP: 0.2, temperature: 0.5 });
    expect(kept.map((share) => share > 0)).toEqual([false, true, true, false, true]);
    // the unknown symbol is no measure for the others
    expectShares(shares(logits, { minP: 0.7 }, 1), [0, 0, 0.2 / 0.45, 0, 0.25 / 0.45]);
  });

  test('the unknown symbol is never chosen and never a runner-up, however likely', () => {
    expectShares(shares(logits, {}, 1), [0.1 / 0.6, 0, 0.2 / 0.6, 0.05 / 0.6, 0.25 / 0.6]);
    for (const greedy of [true, false]) {
      const choice = new Sampler(5, 1, plain({ greedy }), new Random(1)).choose(logits, []);
      expect(choice.id).not.toBe(1);
      expect(choice.runnersUp.map(({ id }) => id)).not.toContain(1);
    }
  });

  test('greedy takes the likeliest and ignores the rest', () => {
    const sampling = plain({ greedy: true, temperature: 5, topK: 1, repetitionPenalty: 5 });
    expect(new Sampler(5, undefined, sampling, new Random(1)).choose(logits, [1, 1, 1]).id).toBe(1);
  });

  test('temperature 0 is greedy: it ignores the rest and uses up no chance', () => {
    const sampling = plain({ temperature: 0, topK: 3, topP: 0.5, repetitionPenalty: 5 });
    const untouched = { uniform: () => expect.unreachable('a number was drawn') };
    const sampler = new Sampler(5, undefined, sampling, untouched);
    sampler.skip();
    expect(sampler.choose(logits, [1, 1, 1]).id).toBe(1);
  });

  test('the nearer temperature is to 0, the surer is the likeliest, down to the smallest number', () => {
    expectShares(shares(logits, { temperature: 0.01 }), [0, 1, 0, 0, 0]);
    expectShares(shares(logits, { temperature: Number.MIN_VALUE }), [0, 1, 0, 0, 0]);
  });

  test('the repetition penalty makes what was told lately rarer, whichever sign its logit has', () => {
    const signs = Float32Array.of(1, -1, 0.5);
    const free = shares(signs, {});
    for (const id of [0, 1]) {
      expect(shares(signs, { repetitionPenalty: 2 }, undefined, [id])[id]).toBeLessThan(free[id] - 0.02);
    }
    const longAgo = [0, ...new Array<number>(64).fill(2)];
    expectShares(
      shares(signs, { repetitionPenalty: 2 }, undefined, longAgo),
      shares(signs, { repetitionPenalty: 2 }, undefined, [2]),
    );
  });

  test('probability and runners-up are of the model itself, before temperature and cuts', () => {
    const sampler = new Sampler(
      5,
      undefined,
      plain({ temperature: 0.1, topK: 1, repetitionPenalty: 1.05 }),
      new Random(1),
    );
    const choice = sampler.choose(logits, [1]);
    expect(choice.id).toBe(1);
    expect(choice.probability).toBeCloseTo(0.4, 6);
    expect(choice.runnersUp.map(({ id }) => id)).toEqual([4, 2, 0, 3]);
    expect(choice.runnersUp[0].probability).toBeCloseTo(0.25, 6);
    expect(score(logits, 3).runnersUp.map(({ id }) => id)).toEqual([1, 4, 2, 0]);
  });

  test('five runners-up at most', () => {
    const choice = score(
      Float32Array.from({ length: 50 }, (_, id) => id),
      48,
    );
    expect(choice.runnersUp.map(({ id }) => id)).toEqual([49, 47, 46, 45, 44]);
  });

  test('the same seed draws the same, and a skipped draw keeps the rest in place', () => {
    const draw = (skipped: number) => {
      const sampler = new Sampler(5, undefined, plain({}), new Random(3));
      for (let at = 0; at < skipped; at++) sampler.skip();
      return Array.from({ length: 20 - skipped }, () => sampler.choose(logits, []).id);
    };
    expect(draw(0)).toEqual(draw(0));
    expect(draw(6)).toEqual(draw(0).slice(6));
  });

  test('logits that overflow or are no numbers neither crash nor are drawn', () => {
    expect(shares(Float32Array.of(NaN, 1, 1e38, NaN), { topP: 0.9 })).toEqual([0, 0, 1, 0]);
    const sampler = new Sampler(3, 0, plain({}), new Random(1));
    expect([1, 2]).toContain(sampler.choose(Float32Array.of(NaN, NaN, NaN), []).id);
  });

  test('a vocabulary of a hundred thousand costs milliseconds a symbol', async () => {
    const random = new Random(5);
    const wide = Float32Array.from({ length: 100_000 }, () => 3 * random.normal());
    const sampler = new Sampler(wide.length, 0, plain({ topK: 5000, topP: 0.9, repetitionPenalty: 1.3 }), random);
    sampler.choose(wide, [1, 2]);
    const tenTimes = () => {
      for (let at = 0; at < 10; at++) sampler.choose(wide, [1, 2]);
    };
    expect(await ownSeconds(tenTimes)).toBeLessThan(0.6);
  });
});
