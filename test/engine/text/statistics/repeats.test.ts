import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../../electron/engine/random.ts';
import { longestRepeats } from '../../../../electron/engine/text/statistics/repeats.ts';
import { Breath } from '../../../../electron/engine/training/breath.ts';
import { key, numbers } from './ids.ts';

const GOLDEN = (1 + Math.sqrt(5)) / 2;

describe('longest repeats', () => {
  /** Length of the longest span that occurs twice without overlap, by trying all. */
  function longest(ids: Uint16Array): number {
    for (let length = ids.length >> 1; length > 0; length--)
      for (let a = 0; a + 2 * length <= ids.length; a++)
        for (let b = a + length; b + length <= ids.length; b++)
          if (key(ids, a, a + length) === key(ids, b, b + length)) return length;
    return 0;
  }

  function countOf(ids: Uint16Array, start: number, length: number): number {
    let count = 0;
    for (let at = 0; at + length <= ids.length; at++)
      if (key(ids, at, at + length) === key(ids, start, start + length)) {
        count++;
        at += length - 1;
      }
    return count;
  }

  /** As `countOf`, for long spans: text and span as strings of one unit a symbol. */
  function countQuickly(ids: Uint16Array, { start, length }: { start: number; length: number }): number {
    const asText = (part: Uint16Array) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(part);
    return asText(ids).split(asText(ids.subarray(start, start + length))).length - 1;
  }

  test('are true, counted right, falling in length, and the first is the longest there is', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(12), async (ids) => {
        const repeats = await longestRepeats(ids);
        for (const { start, length, count } of repeats) {
          expect(count).toBeGreaterThan(1);
          expect(count).toBe(countOf(ids, start, length));
        }
        expect(repeats.map(({ length }) => length)).toEqual(repeats.map(({ length }) => length).sort((a, b) => b - a));
        const most = longest(ids);
        if (most > 2) expect(repeats[0].length).toBe(most);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('a copied chapter is found, however long the text', async () => {
    const random = new Random(8);
    const ids = Uint16Array.from({ length: 300_000 }, () => random.integer(500));
    ids.set(ids.subarray(1_234, 6_234), 200_001);
    const [first] = await longestRepeats(ids);
    expect(first).toEqual({ start: 200_001, length: 5_000, count: 2 });
  });

  test('are found wherever they lie, from what the blocks of a pass can find on', async () => {
    const random = new Random(9);
    const lengths = [31, 32, 40, 63, 100, 126, 127, 128, 200, 1_000];
    const ids = Uint16Array.from({ length: 120_000 }, () => random.integer(60_000));
    const planted = lengths.map((length, at) => {
      const [from, start] = [6_000 * at + random.integer(1_000), 70_000 + 4_000 * at + random.integer(1_000)];
      ids.copyWithin(start, from, from + length);
      return { start, length };
    });
    const repeats = await longestRepeats(ids);
    expect(repeats).toEqual(planted.toReversed().map((each) => ({ ...each, count: 2 })));
  });

  const MADE: Record<string, (at: number, length: number) => number> = {
    'one letter': () => 7,
    'two letters in turn': (at) => at % 2,
    'a long run, a blank, another long run': (at, length) => (at < length / 2 ? 1 : at === length / 2 ? 0 : 2),
    'a thousand symbols in turn': (at) => at % 1000,
    'two identical halves': (at, length) => new Random(at % (length / 2)).integer(500),
    'runs that grow': (at) => (Number.isInteger(Math.sqrt(at)) ? 1 : 0),
    'a verse and ever another word': (at) => (at % 101 === 100 ? 500 + Math.floor(at / 101) : at % 101),
    'the Thue-Morse sequence': (at) => at.toString(2).replaceAll('0', '').length % 2,
    'the Fibonacci word': (at) => Math.floor((at + 2) / GOLDEN) - Math.floor((at + 1) / GOLDEN),
    'the ruler sequence': (at) => 31 - Math.clz32((at + 1) & -(at + 1)),
  };

  test.each(Object.entries(MADE))('of %s are found in time that grows with the text', async (_, symbol) => {
    for (const length of [1 << 14, 1 << 17]) {
      const ids = Uint16Array.from({ length }, (_, at) => symbol(at, length));
      const work = { compared: 0 };
      const [first] = await longestRepeats(ids, { work });
      expect(first.count).toBe(countQuickly(ids, first));
      expect(work.compared / length).toBeLessThan(80);
    }
  });

  test('of a long text of random letters are found without looking at every place of each letter', async () => {
    const random = new Random(5);
    const ids = Uint16Array.from({ length: 2_500_000 }, () => random.integer(28));
    ids.copyWithin(1_500_000, 40_000, 40_014);
    const work = { compared: 0 };
    const repeats = await longestRepeats(ids, { work });
    const first = ids.subarray(repeats[0].start, repeats[0].start + repeats[0].length);
    expect(first.join()).toContain(ids.subarray(40_000, 40_014).join());
    expect(repeats.map(({ length }) => length > 6)).toEqual(Array(10).fill(true));
    expect(work.compared).toBeLessThan(5 * ids.length);
  });

  test('are left off in the middle when that is asked', async () => {
    const ids = Uint16Array.from({ length: 1 << 22 }, (_, at) =>
      MADE['a long run, a blank, another long run'](at, 1 << 22),
    );
    const abort = new AbortController();
    setImmediate(() => abort.abort());
    await expect(longestRepeats(ids, { breath: new Breath(abort.signal) })).rejects.toThrow(/abort/);
  });
});
