import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusStatisticsSchema } from '../../../../electron/contract/corpus.ts';
import {
  copiedShare,
  copiedSpans,
  CorpusIndex,
  corpusStatistics,
  readCorpus,
} from '../../../../electron/engine/text/index.ts';
import { predictabilityCeilings } from '../../../../electron/engine/text/statistics/predictability.ts';
import { separated } from '../../../../electron/engine/text/statistics/separated.ts';
import { key, numbers } from './ids.ts';

describe('the fable', () => {
  test('has the ceilings, counts and repeats that were measured', async () => {
    const statistics = await corpusStatistics(await readCorpus({ path: 'resources/corpora/belling-the-cat.txt' }));
    expect(() => corpusStatisticsSchema.parse(statistics)).not.toThrow();
    expect(statistics).toMatchObject({ tokenizer: 'whitespace', symbols: 204, distinct: 112, singletons: 75 });
    expect(statistics.ceilings.map((share) => (100 * share).toFixed(1))).toEqual(['64.0', '91.6', '99.0', '99.5']);
    expect(statistics.top[0]).toEqual({ symbol: ',', count: 14 });
    expect(statistics.top.length).toBe(50);
    expect(statistics.coverage.map(([size]) => size)).toEqual([10, 20, 50, 100, 112]);
    expect(statistics.coverage.at(-1)).toEqual([112, 1]);
    expect(statistics.coverage[0][1]).toBeCloseTo((14 + 11 + 8 + 7 + 6 + 6 + 5 + 4 + 4 + 3) / 204, 1);
    expect(statistics.zipf[0]).toEqual([1, 14]);
    expect(statistics.repeats[0]).toEqual({ text: 'mouse got up and said', length: 5, count: 2 });
    expect(statistics.sentenceLength).toBeCloseTo(204 / 9, 5);
  });
});

test('ceilings are those of a table of every context within its source', async () => {
  await fc.assert(
    fc.asyncProperty(numbers(3), fc.array(fc.nat(120), { maxLength: 3 }), async (ids, cuts) => {
      const starts = [0, ...cuts.map((cut) => Math.min(cut, ids.length)).sort((a, b) => a - b)];
      const expected = [1, 2, 3, 4].flatMap((context) => {
        const table = new Map<string, Map<number, number>>();
        let predicted = 0;
        for (const [source, start] of starts.entries())
          for (let at = start + context; at < (starts[source + 1] ?? ids.length); at++, predicted++) {
            const follow = table.get(key(ids, at - context, at)) ?? new Map<number, number>();
            table.set(key(ids, at - context, at), follow.set(ids[at], (follow.get(ids[at]) ?? 0) + 1));
          }
        const best = [...table.values()].reduce((sum, follow) => sum + Math.max(...follow.values()), 0);
        return predicted > 0 ? [best / predicted] : [];
      });
      expect(await predictabilityCeilings(ids, 4, { starts })).toEqual(expected);
    }),
    { seed: 6 },
  );
});

describe('a text of several sources', () => {
  const first = 'the cat sat by the door . the mice met again\n\n';
  const second = 'who will bell the cat ? nobody said it\n\n';
  /** the end of the first one with the beginning of the second, once more */
  const third = 'mice met again\n\nwho will bell the cat ? nobody said it';
  const text = `${first}${second}${third}`;
  const read = (borders: number[]) => readCorpus({ text }, { tokenizer: 'words', borders });

  test('has no repeat over a border', async () => {
    const repeats = async (borders: number[]) => (await corpusStatistics(await read(borders))).repeats[0];
    expect((await repeats([])).text.trim()).toMatch(/^mice met again\s+who will bell the cat \? nobody said it$/);
    expect((await repeats([first.length, first.length + second.length])).text.trim()).toBe(
      'who will bell the cat ? nobody said it',
    );
  });

  test('has no sentence over a border, and no ceiling from what stands behind it', async () => {
    const [one, other] = ['a b a b a b', 'c d e f'];
    const apart = await readCorpus({ text: one + other }, { tokenizer: 'characters', borders: [one.length] });
    const { sentenceLength, ceilings } = await corpusStatistics(apart);
    // six letters and four, line ends and blanks not counted: a sentence in each
    expect(sentenceLength).toBe(5);
    // behind two symbols all is sure in each; over the border "b" would go on with "c" instead of a blank
    expect(ceilings[1]).toBe(1);
  });

  test('places among its ids kept apart are places of the text', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(3), fc.array(fc.nat(120), { maxLength: 4 }), async (ids, cuts) => {
        const starts = [0, ...cuts.map((cut) => Math.min(cut, ids.length)).sort((a, b) => a - b)];
        const apart = separated(ids, starts, 4);
        const own = [...apart.ids].flatMap((id, at) => (id < 4 ? [[apart.placeOf(at), id]] : []));
        expect(own).toEqual([...ids].map((id, at) => [at, id]));
        expect(new Set([...apart.ids].filter((id) => id >= 4)).size).toBe(starts.length - 1);
      }),
      { seed: 8 },
    );
  });
});

describe('copied spans', () => {
  test('cover exactly the symbols that lie in a copy of the least length', () => {
    fc.assert(
      fc.property(numbers(2), numbers(2), fc.integer({ min: 2, max: 8 }), (corpus, story, minimum) => {
        const spans = copiedSpans(story, [new CorpusIndex(corpus, minimum)]);
        const windows = new Set<string>();
        for (let at = 0; at + minimum <= corpus.length; at++) windows.add(key(corpus, at, at + minimum));
        const expected = new Set<number>();
        for (let at = 0; at + minimum <= story.length; at++)
          if (windows.has(key(story, at, at + minimum))) for (let to = at; to < at + minimum; to++) expected.add(to);
        const covered = new Set<number>();
        for (const { start, length, position } of spans) {
          expect(length).toBeGreaterThanOrEqual(minimum);
          expect(key(story, start, start + length)).toBe(key(corpus, position, position + length));
          for (let at = start; at < start + length; at++) covered.add(at);
        }
        expect(covered).toEqual(expected);
        expect(copiedShare(spans, story.length)).toBeCloseTo(story.length ? expected.size / story.length : 0, 10);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  test('of a text that says the same everywhere are found without looking at every place of it', () => {
    const corpus = new Uint16Array(3_000).fill(1);
    const story = Uint16Array.from({ length: 3_000 }, (_, at) => (at % 11 === 10 ? 2 : 1));
    const work = { compared: 0 };
    const bounded = new CorpusIndex(corpus, 6, 10_000);
    for (let start = 0; start + 6 <= story.length; start++) bounded.longest(story, start, work);
    expect(work.compared).toBeLessThan(10_000 + 50 * story.length);
    const share = (index: CorpusIndex) => copiedShare(copiedSpans(story, [index]), story.length);
    expect(share(bounded)).toBe(share(new CorpusIndex(corpus, 6)));
  });

  test('a symbol the corpus lacks breaks a span', () => {
    const index = new CorpusIndex(Uint16Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
    expect(copiedSpans([1, 2, 3, 4, 5, 6, 7, -1, 8, 9, 10, 11, 12], [index])).toEqual([
      { start: 0, length: 7, corpus: 0, position: 0 },
    ]);
  });

  test('of several corpora each span is of the one that has the longest stretch, of equal ones of the first', () => {
    const corpora = [
      [1, 2, 3, 4, 5, 6],
      [9, 1, 2, 3, 4, 5, 6, 7, 8],
      [9, 1, 2, 3, 4, 5, 6],
    ].map((ids) => new CorpusIndex(Uint16Array.from(ids)));
    expect(copiedSpans([1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 1, 2, 3, 4, 5, 6], corpora)).toEqual([
      { start: 0, length: 8, corpus: 1, position: 1 },
      { start: 9, length: 7, corpus: 1, position: 0 },
    ]);
  });

  test('of several corpora cover what is copied from any of them', () => {
    fc.assert(
      fc.property(numbers(2), numbers(2), numbers(2), (one, other, story) => {
        const indexes = [one, other].map((ids) => new CorpusIndex(ids, 3));
        const covered = (corpora: CorpusIndex[]) =>
          copiedSpans(story, corpora).flatMap(({ start, length, corpus, position }) => {
            expect(key(story, start, start + length)).toBe(key(corpora[corpus].ids, position, position + length));
            return Array.from({ length }, (_, at) => start + at);
          });
        const apart = indexes.flatMap((index) => covered([index]));
        expect(new Set(covered(indexes))).toEqual(new Set(apart));
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe('sample texts', () => {
  const sources = readFileSync('resources/corpora/SOURCES.md', 'utf8');

  test.each(readdirSync('resources/corpora').filter((name) => name.endsWith('.txt')))(
    '%s is the one described',
    (name) => {
      const hash = createHash('sha256')
        .update(readFileSync(`resources/corpora/${name}`))
        .digest('hex');
      expect(sources.slice(sources.indexOf(`## ${name}`))).toContain(hash);
    },
  );

  test('every Chinese fable names its book', () => {
    const fables = readFileSync('resources/corpora/chinese-fables.txt', 'utf8').trimEnd().split('\n\n');
    expect(fables.length).toBeGreaterThanOrEqual(24);
    for (const fable of fables) {
      const [title, text, ...more] = fable.split('\n');
      expect(sources).toMatch(new RegExp(`^\\| ${title} \\| .*《.+》`, 'm'));
      expect(text.length).toBeGreaterThan(30);
      expect(more).toEqual([]);
    }
  });
});
