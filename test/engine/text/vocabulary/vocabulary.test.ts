import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VocabularyLimits } from '../../../../electron/engine/text/index.ts';
import { CUT } from '../../../../electron/contract/corpus.ts';
import { createTokenizer, SymbolStream, UNKNOWN, Vocabulary } from '../../../../electron/engine/text/index.ts';
import { symbolAt } from '../../../../electron/engine/text/vocabulary/unknown-symbols.ts';
import { VocabularyBuilder } from '../../../../electron/engine/text/vocabulary/vocabulary-builder.ts';

const fable = readFileSync('resources/corpora/belling-the-cat.txt', 'utf8');

function build(
  text: string,
  limits: VocabularyLimits = {},
  name: 'whitespace' | 'words' | 'characters' = 'whitespace',
  cut = CUT,
) {
  const tokenizer = createTokenizer(name, { cut });
  const builder = new VocabularyBuilder();
  const stream = new SymbolStream(tokenizer, builder.add);
  stream.push(text);
  stream.end();
  return { tokenizer, ...builder.build({ tokenizer: name, lowercase: false, cut }, limits) };
}

/** Python's Counter(symbols).most_common(), in plain words. */
function mostCommon(symbols: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

test.each([
  ['a a a b b c', { minimumCount: 4 }, { code: 'minimum-count-high', values: { left: 0, distinct: 3, most: 2 } }],
  ['a a a b b c', { minimumCount: 3 }, { code: 'minimum-count-high', values: { left: 1, distinct: 3, most: 2 } }],
  ['<unk> <unk> <unk> a a b', { minimumCount: 3 }, { code: 'minimum-count-high', values: { left: 1, distinct: 3 } }],
  ['one two three four', { minimumCount: 2 }, { code: 'minimum-count-high', values: { left: 0, most: 1 } }],
  ['a a a b b c', { vocabularyLimit: 1 }, { code: 'vocabulary-limit-low', values: { distinct: 3 } }],
])('of “%s”, %o leaves nothing to predict, and is refused as what it is', (text, limits, error) => {
  expect(() => build(text, limits)).toThrow(expect.objectContaining({ code: error.code }));
  expect(() => build(text, limits)).toThrow(
    expect.objectContaining({ values: expect.objectContaining(error.values) as unknown }),
  );
});

test('symbols of a few units are told apart, whatever units they are', () => {
  const units = ['\0', '\u0001', 'a', 'ÿ', 'Ā', '林'];
  const short = ['', ...units, ...units.flatMap((one) => units.map((other) => one + other))];
  const long = ['\0'.repeat(7), '\0'.repeat(8), 'a\0\0\0\0\0\0', 'a\0\0\0\0\0\0\0', '\0\0\0\0a', '\u0001\0\0\0\0'];
  const all = [...short, ...long];
  const builder = new VocabularyBuilder();
  for (const symbol of [...all, ...all]) builder.add(`x${symbol}x`, 1, 1 + symbol.length);
  const { vocabulary, ids } = builder.build({ tokenizer: 'words', lowercase: false, cut: CUT });
  expect(vocabulary.symbols).toEqual(all);
  expect([...ids]).toEqual([...all.keys(), ...all.keys()]);
});

describe('the fable', () => {
  const { vocabulary, ids, tokenizer } = build(fable);

  test('has 204 symbols, 112 distinct, in the order of Counter.most_common', () => {
    expect(ids).toBeInstanceOf(Uint16Array);
    expect([ids.length, vocabulary.size, vocabulary.unknownId]).toEqual([204, 112, undefined]);
    expect([...vocabulary.counts.subarray(0, 5)]).toEqual([14, 11, 8, 7, 6]);
    expect(vocabulary.symbols.slice(0, 5)).toEqual([',', 'the', '.', 'and', 'to']);
    expect([vocabulary.id(','), vocabulary.id('the')]).toEqual([0, 1]);
    expect(vocabulary.symbols.map((symbol, id) => [symbol, vocabulary.counts[id]])).toEqual(
      mostCommon(fable.split(/\s+/).filter(Boolean)),
    );
  });

  test('is decoded by the reverse dictionary', () => {
    const symbols = Array.from(ids, (id) => vocabulary.symbol(id));
    expect(tokenizer.join(symbols)).toBe(fable.trim().replace(/\s+/g, ' '));
  });
});

test('any text, any tokenizer: ids decode to its symbols, counts add up, order is Counter’s', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab 中文。\n12'), maxLength: 300 });
  fc.assert(
    fc.property(text, fc.constantFrom('whitespace', 'words', 'characters'), (sample, name) => {
      const { vocabulary, ids, tokenizer } = build(sample, {}, name);
      const symbols = tokenizer.encode(sample);
      expect(Array.from(ids, (id) => vocabulary.symbol(id))).toEqual(symbols);
      expect(vocabulary.symbols.map((symbol, id) => [symbol, vocabulary.counts[id]])).toEqual(mostCommon(symbols));
    }),
    { numRuns: 200, seed: 4 },
  );
});

test('more distinct symbols than two bytes number give ids of four', () => {
  const many = Array.from({ length: 70_000 }, (_, at) => `w${at}`);
  const { vocabulary, ids } = build([...many, ...many.slice(0, 10)].join(' '));
  expect(ids).toBeInstanceOf(Uint32Array);
  expect(vocabulary.size).toBe(70_000);
  expect([...ids.subarray(0, 11)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(vocabulary.symbol(ids[70_009])).toBe('w9');
  expect(vocabulary.symbol(ids[69_999])).toBe('w69999');
});

describe('limits', () => {
  const text = 'a a a b b c c d e';

  test('what is beyond them is <unk>, last, with what it stands for counted', () => {
    const limited = build(text, { vocabularyLimit: 2 });
    expect(limited.vocabulary.symbols).toEqual(['a', 'b', UNKNOWN]);
    expect([...limited.vocabulary.counts]).toEqual([3, 2, 4]);
    expect([...limited.ids]).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 2]);
    expect(limited.vocabulary.unknownId).toBe(2);
    expect(build(text, { minimumCount: 2 }).vocabulary.symbols).toEqual(['a', 'b', 'c', UNKNOWN]);
    expect(build(text, { vocabularyLimit: 5 }).vocabulary.symbols).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('what stands where the ids say <unk> is known, letters of such symbols too', () => {
    const limited = build(text, { vocabularyLimit: 2 });
    expect(Array.from(limited.ids, (_, place) => symbolAt(limited, place)).join(' ')).toBe(text);
    expect(limited.unknown.at(0)).toBeUndefined();
    expect(limited.vocabulary.toJSON().letters).toMatchObject({ characters: 'cde' });
    expect(build(text).vocabulary.toJSON()).not.toHaveProperty('letters');
  });

  test('<unk> written in the text is a word like others, beside our own mark', () => {
    const { vocabulary, ids } = build('<unk> a <unk> b a a', { vocabularyLimit: 2 });
    expect(vocabulary.symbols).toEqual(['a', UNKNOWN, UNKNOWN]);
    expect([...vocabulary.counts]).toEqual([3, 2, 1]);
    expect([...ids]).toEqual([1, 0, 1, 2, 0, 0]);
    expect([vocabulary.id(UNKNOWN), vocabulary.unknownId]).toEqual([1, 2]);
    expect(Vocabulary.fromJSON(vocabulary.toJSON()).id(UNKNOWN)).toBe(1);
  });

  test('<unk> written in a text of the first cut goes on being our mark', () => {
    const { vocabulary, ids } = build('<unk> a <unk> b a a', {}, 'whitespace', 1);
    expect(vocabulary.symbols).toEqual(['a', 'b', UNKNOWN]);
    expect([...vocabulary.counts]).toEqual([3, 1, 2]);
    expect([...ids]).toEqual([2, 0, 2, 1, 0, 0]);
    expect(vocabulary.id(UNKNOWN)).toBeUndefined();
  });
});

describe('vocabulary.json', () => {
  test('survives writing and reading', () => {
    for (const limits of [{}, { vocabularyLimit: 10 }]) {
      const { vocabulary } = build(fable, limits);
      const again = Vocabulary.fromJSON(JSON.parse(JSON.stringify(vocabulary)));
      expect(again.toJSON()).toEqual(vocabulary.toJSON());
      expect(again.id('the')).toBe(1);
      expect(again.unknownId).toBe(vocabulary.unknownId);
      expect(again.spellingBits('proposal')).toBe(vocabulary.spellingBits('proposal'));
      expect(again.icu).toBe(process.versions.icu);
    }
  });

  test('of version 1 is of the first cut', () => {
    const { cut, ...rest } = build(fable).vocabulary.toJSON();
    expect(cut).toBe(CUT);
    expect(Vocabulary.fromJSON({ ...rest, version: 1 }).cut).toBe(1);
  });

  test('of version 2 knows the price of no unknown symbol', () => {
    const { letters, ...rest } = build(fable, { vocabularyLimit: 10 }).vocabulary.toJSON();
    expect(letters).toBeDefined();
    const old = Vocabulary.fromJSON({ ...rest, version: 2 });
    expect(old.spellingBits('dragon')).toBeUndefined();
    expect(old.toJSON()).not.toHaveProperty('letters');
  });

  test('a newer version and damage are told apart', () => {
    const json = build(fable, { vocabularyLimit: 10 }).vocabulary.toJSON();
    const code = (changed: unknown) => {
      try {
        Vocabulary.fromJSON(changed, 'm');
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ ...json, version: 4 })).toBe('model-newer');
    const { symbols, counts, letters } = json;
    expect(letters).toBeDefined();
    const spelt = (changed: object) => ({ ...json, letters: { ...letters, ...changed } });
    for (const damage of [
      null,
      'text',
      {},
      { ...json, symbols: symbols.slice(1) },
      { ...json, counts: [...counts.slice(1), 'x'] },
      { ...json, symbols: symbols.with(0, symbols[1]) },
      { ...json, unknownId: 3 },
      { ...json, cut: 1, unknownId: undefined },
      { ...json, cut: 3 },
      spelt({ counts: letters!.counts.slice(1) }),
      spelt({ counts: letters!.counts.with(0, -1) }),
      spelt({ counts: letters!.counts.with(0, 0.5) }),
      spelt({ counts: new Array<number>(2 ** 16 + 1).fill(1) }),
      spelt({ characters: `${letters!.characters[1]}${letters!.characters.slice(1)}` }),
      spelt({ characters: 7 }),
      spelt({ more: 1 }),
      { ...json, letters: 'abc' },
      { ...json, letters, symbols: symbols.slice(0, -1), counts: counts.slice(0, -1), unknownId: undefined },
      { ...json, symbols: [], counts: [], unknownId: undefined },
    ])
      expect(code(damage)).toBe('model-damaged');
  });
});
