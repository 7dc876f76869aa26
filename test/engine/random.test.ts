import { describe, expect, test } from 'vitest';
import { Random } from '../../electron/engine/random.ts';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.uint32());

describe('Random', () => {
  test('the same seed gives the same stream, another seed another', () => {
    expect(draw(new Random(7), 20)).toEqual(draw(new Random(7), 20));
    expect(draw(new Random(7), 20)).not.toEqual(draw(new Random(8), 20));
    expect(draw(new Random(7), 20)).not.toEqual(draw(new Random(7 + 2 ** 32), 20));
  });

  test('a stream goes on from its written state', () => {
    const random = new Random(3);
    draw(random, 5);
    const written = JSON.parse(JSON.stringify(random.state())) as number[];
    expect(draw(Random.restore(written), 50)).toEqual(draw(random, 50));
  });

  test('forks differ by label, agree by state, and leave their parent where it was', () => {
    const random = new Random(3);
    const before = random.state();
    const [a, again, b] = [random.fork(1), random.fork(1), random.fork(2)];
    expect(random.state()).toEqual(before);
    const first = draw(a, 20);
    expect(draw(again, 20)).toEqual(first);
    expect(draw(b, 20)).not.toEqual(first);
    expect(draw(random, 20)).not.toEqual(first);
  });

  test('integers are even over their range', () => {
    const random = new Random(1);
    const counts = new Array<number>(7).fill(0);
    for (let k = 0; k < 70_000; k++) counts[random.integer(7)]++;
    // chi-squared with 6 degrees of freedom: 22.5 is passed once in a thousand
    expect(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
    expect(random.integer(1)).toBe(0);
  });

  test('uniform lies in [0, 1) and neighbouring seeds are unrelated', () => {
    const firsts = Array.from({ length: 10_000 }, (_, seed) => new Random(seed).uniform());
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...firsts)).toBeLessThan(1);
    expect(firsts.reduce((sum, x) => sum + x, 0) / firsts.length).toBeCloseTo(0.5, 1);
    const lag = firsts.slice(1).reduce((sum, x, k) => sum + (x - 0.5) * (firsts[k] - 0.5), 0) / firsts.length;
    expect(Math.abs(lag)).toBeLessThan(0.005);
  });

  test('shuffle keeps every number and reaches every order', () => {
    const random = new Random(5);
    const seen = new Set<string>();
    for (let k = 0; k < 500; k++) {
      const numbers = Int32Array.of(1, 2, 3, 4);
      random.shuffle(numbers);
      expect([...numbers].sort()).toEqual([1, 2, 3, 4]);
      seen.add(numbers.join());
    }
    expect(seen.size).toBe(24);
  });
});
