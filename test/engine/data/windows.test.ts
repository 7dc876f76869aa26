import { describe, expect, test } from 'vitest';
import { ArticleWindows } from '../../../electron/engine/data/article-windows.ts';
import { ShuffledWindows, windowCount } from '../../../electron/engine/data/shuffled-windows.ts';
import { Random } from '../../../electron/engine/random.ts';

const text = Uint16Array.from({ length: 50 }, (_, k) => 100 + k);

/** Windows of one batch as [start, target offset], read back from its time-major inputs. */
function starts(batch: { inputs: Int32Array; targets: Int32Array; time: number; lanes: number }): number[] {
  return Array.from({ length: batch.lanes }, (_, lane) => {
    const start = batch.inputs[lane] - 100;
    for (let t = 0; t < batch.time; t++) expect(batch.inputs[t * batch.lanes + lane]).toBe(100 + start + t);
    expect(batch.targets[lane]).toBe(100 + start + batch.time);
    return start;
  });
}

describe('shuffled windows', () => {
  test.each([
    { windowLength: 3, stride: 1, batchSize: 8 },
    { windowLength: 1, stride: 1, batchSize: 32 },
    { windowLength: 5, stride: 4, batchSize: 3 },
    { windowLength: 49, stride: 1, batchSize: 4 },
    { windowLength: 3, stride: 1, batchSize: 4096 },
  ])('visit every window once per pass, in even batches: %o', (settings) => {
    const order = new ShuffledWindows(text, settings, new Random(1));
    const count = windowCount(text.length, settings.windowLength, settings.stride);
    const wanted = Array.from({ length: count }, (_, k) => k * settings.stride);
    const passes = [0, 1].map(() => Array.from({ length: order.batchesPerPass }, () => starts(order.next())));
    for (const pass of passes) {
      expect(pass.flat().toSorted((a, b) => a - b)).toEqual(wanted);
      const sizes = pass.map((batch) => batch.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(settings.batchSize);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
    if (count > 20) expect(passes[0].flat()).not.toEqual(passes[1].flat());
  });

  test('a restored cursor goes on with the same batches, over the end of a pass', () => {
    const settings = { windowLength: 3, stride: 1, batchSize: 8 };
    const order = new ShuffledWindows(text, settings, new Random(5));
    for (let batch = 0; batch < 9; batch++) order.next();
    const cursor = JSON.parse(JSON.stringify(order.cursor()));
    const resumed = new ShuffledWindows(text, settings, new Random(99));
    resumed.restore(cursor);
    for (let batch = 0; batch < 20; batch++) expect(starts(resumed.next())).toEqual(starts(order.next()));
  });

  test('the last window is the one whose target is the last symbol', () => {
    expect([0, 3, 4, 5, 50].map((symbols) => windowCount(symbols, 3, 1))).toEqual([0, 0, 1, 2, 47]);
    expect(windowCount(50, 3, 4)).toBe(12);
  });
});

describe("the article's order", () => {
  const settings = { windowLength: 3, stride: 4, batchSize: 1 };

  test('starts at 0 to 4, walks by 4, starts anew when window and target no longer fit', () => {
    const order = new ArticleWindows(text, settings, new Random(3));
    const offsets = Array.from({ length: 2000 }, () => starts(order.next())[0]);
    const first = new Set<number>([offsets[0]]);
    for (let k = 1; k < offsets.length; k++) {
      const follows = offsets[k - 1] + 4;
      if (follows <= text.length - 4) expect(offsets[k]).toBe(follows);
      else first.add(offsets[k]);
    }
    expect([...first].toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  test('the shortest text it takes gives windows without end', () => {
    const order = new ArticleWindows(text.subarray(0, 8), settings, new Random(3));
    for (let k = 0; k < 100; k++) expect(starts(order.next())[0]).toBeLessThanOrEqual(4);
  });

  test('a restored cursor goes on with the same offsets', () => {
    const order = new ArticleWindows(text, { ...settings, batchSize: 3 }, new Random(3));
    for (let batch = 0; batch < 7; batch++) order.next();
    const resumed = new ArticleWindows(text, { ...settings, batchSize: 3 }, new Random(4));
    resumed.restore(JSON.parse(JSON.stringify(order.cursor())));
    for (let batch = 0; batch < 50; batch++) expect(starts(resumed.next())).toEqual(starts(order.next()));
  });
});
