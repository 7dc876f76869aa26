// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { Random } from '../../../electron/engine/random.ts';
import { CurveStore } from '../../../renderer/lib/curve-store.ts';
import { decimate } from '../../../renderer/lib/decimate.ts';
import { Extremes, scan } from '../../../renderer/lib/extremes.ts';
import { report } from '../fixtures/runs.ts';

/** Values with gaps, ties and what is no number, infinities among them. */
function value(random: Random): number {
  const drawn = random.integer(12);
  if (drawn === 0) return NaN;
  if (drawn === 1) return Infinity;
  return drawn < 6 ? random.integer(5) : random.uniform() * 10 - 5;
}

/** What it says and how often it was asked for a value. */
function counted(y: Float64Array): { y: ArrayLike<number>; reads(): number } {
  let reads = 0;
  const get = (target: Float64Array, key: string) => (reads++, target[Number(key)]);
  return { y: new Proxy(y, { get: get as ProxyHandler<Float64Array>['get'] }), reads: () => reads };
}

describe('extremes', () => {
  test.each([1, 2, 3])(
    'of any stretch are those of a plain scan while the curve grows and is cut (seed %i)',
    (seed) => {
      const random = new Random(seed);
      const extremes = new Extremes();
      let y: number[] = [];
      for (let round = 0; round < 60; round++) {
        if (round % 7 === 6) {
          y = y.slice(0, random.integer(y.length + 1));
          extremes.cut(y.length);
        }
        const more = random.integer(3) === 0 ? random.integer(2000) : random.integer(20);
        for (let i = 0; i < more; i++) y.push(value(random));
        extremes.follow(y, y.length);
        for (let look = 0; look < 30; look++) {
          const from = random.integer(y.length + 1);
          const to = from + random.integer(y.length - from + 1);
          expect(extremes.between(y, from, to), `${from} to ${to} of ${y.length}`).toEqual(scan(y, from, to));
        }
      }
    },
  );

  test('show the very points of a plain scan, whole and zoomed', () => {
    const random = new Random(4);
    const length = 50_000;
    const x = Float64Array.from({ length }, (_, i) => 10 * i);
    const y = Float64Array.from({ length }, () => value(random));
    const extremes = new Extremes();
    for (let look = 0; look < 50; look++) {
      const from = look === 0 ? -Infinity : random.integer(10 * length);
      const to = look === 0 ? Infinity : from + random.integer(10 * length);
      const buckets = 50 + random.integer(900);
      expect(decimate({ x, y, length, extremes }, from, to, buckets)).toEqual(
        decimate({ x, y, length }, from, to, buckets),
      );
    }
  });

  test('let a report on a million points cost its pixels, not a hundred times one on ten thousand', () => {
    const [short, long] = [10_000, 1_000_000].map((points) => {
      const store = new CurveStore();
      for (let step = 1; step <= points; step++) store.add(report(step, 1_000_000));
      decimate(store.columns('loss'), -Infinity, Infinity, 800);
      store.add(report(points + 1, 1_000_000));
      const columns = store.columns('loss');
      const watched = counted(columns.y as Float64Array);
      decimate({ ...columns, y: watched.y }, -Infinity, Infinity, 800);
      return watched.reads();
    });
    expect(long).toBeLessThan(8 * short);
  });
});
