import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../../electron/engine/text/corpus.ts';
import { createTokenizer, normalizeText } from '../../../../electron/engine/text/index.ts';
import { resolvePrompt } from '../../../../electron/engine/text/prompts/prompt.ts';
import { learnPieces } from '../../../../electron/engine/text/tokenizers/subwords/learn-pieces.ts';
import { mergedPieces } from '../../../../electron/engine/text/tokenizers/subwords/merges.ts';
import { preTokens } from '../../../../electron/engine/text/tokenizers/subwords/pre-tokens.ts';
import { proposedPieces } from '../../../../electron/engine/text/tokenizers/subwords/subword-builder.ts';
import { lowerOf } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { anyText } from '../texts.ts';

const TALE = 'The lantern glows. The lanterns glow, and the glowing lantern slowly lowers the shadow. '.repeat(3);
const learnt = (text: string, limits = {}) => readCorpus({ text }, { tokenizer: 'subwords', ...limits });

describe('pieces', () => {
  test('are the most frequent pairs, merged again and again', () => {
    // the words of Sennrich et al. (2016), counted by hand
    expect(mergedPieces(['low', 'lower', 'newest', 'widest'], [5, 2, 6, 3], 7)).toEqual([
      'es',
      'est',
      'lo',
      'low',
      'west',
      'ewest',
      'newest',
    ]);
    expect(mergedPieces(['ab', 'cd'], [1, 1], 5)).toEqual([]);
    expect(mergedPieces(['aaaa', 'aaa'], [3, 1], 2)).toEqual(['aa', 'aaaa']);
  });

  test('merging finds the pairs that counting all of them anew would find', () => {
    const recounted = (words: string[][], counts: number[], most: number) => {
      const order: string[] = [];
      const place = (symbol: string) => (order.includes(symbol) ? order.indexOf(symbol) : order.push(symbol) - 1);
      words.flat().forEach(place);
      const made: string[] = [];
      while (made.length < most) {
        const pairs = new Map<string, { pair: [string, string]; count: number }>();
        words.forEach((word, index) =>
          word.slice(1).forEach((second, at) => {
            const pair: [string, string] = [word[at], second];
            const entry = pairs.get(pair.join('|')) ?? { pair, count: 0 };
            pairs.set(pair.join('|'), { pair, count: entry.count + counts[index] });
          }),
        );
        const [best] = [...pairs.values()].sort(
          (a, b) => b.count - a.count || place(a.pair[0]) - place(b.pair[0]) || place(a.pair[1]) - place(b.pair[1]),
        );
        if (!best || best.count < 2) break;
        const [first, second] = best.pair;
        if (!order.includes(first + second)) made.push(first + second);
        place(first + second);
        words = words.map((word) => {
          const merged: string[] = [];
          for (let at = 0; at < word.length; at++)
            merged.push(word[at] === first && word[at + 1] === second ? word[at++] + word[at] : word[at]);
          return merged;
        });
      }
      return made;
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(9)), (words, times) => {
        const counts = words.map((_, index) => 1 + (times[index] ?? 0));
        const letters = words.map((each) => Array.from(each));
        expect(mergedPieces(words, counts, 20)).toEqual(recounted(letters, counts, 20));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('stay as many as are wanted, and each is used often enough', () => {
    const words = ['low', 'lower', 'newest', 'widest', 'newer', 'wider'];
    const counts = [5, 2, 6, 3, 4, 1];
    for (const most of [0, 1, 3]) expect(learnPieces(words, counts, { most, minimumCount: 1 }).size).toBe(most);
    expect(learnPieces(words, counts, { most: 100, minimumCount: 5 })).toEqual(new Set(['low', 'newest']));
  });

  test('are learnt from the most frequent words of a text that has too many, and all of it is told in them', () => {
    const words = ['rare', 'often', 'seldom', 'oftener'];
    const counts = [1, 9, 1, 8];
    const limits = { most: 100, minimumCount: 1, mostCharacters: 16 };
    const pieces = learnPieces(words, counts, limits);
    expect(pieces).toEqual(learnPieces(['often', 'oftener'], [9, 8], limits));
    expect(createTokenizer('subwords', { lowercase: false, symbols: [...pieces] }).encode('rare')).toEqual([...'rare']);
  });
});

describe('a text in subwords', () => {
  test('comes back letter by letter, over all of Unicode, whatever text the pieces are of', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (text, other, lowercase) => {
        const stretches = preTokens(lowerOf({ lowercase })).encode(text);
        const pieces = learnPieces(stretches, Array(stretches.length).fill(2), { most: 1000, minimumCount: 1 });
        const { encode, join } = createTokenizer('subwords', { lowercase, symbols: [...pieces] });
        for (const each of [text, other]) {
          const normal = normalizeText(each);
          expect(join(encode(each))).toBe(lowercase ? normal.toLowerCase() : normal);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test('is numbered as its vocabulary cuts it, wherever the pieces end in which it is read', async () => {
    const bytes = Buffer.from(TALE.repeat(40));
    const whole = await learnt(TALE.repeat(40));
    const { encode, join } = createTokenizer('subwords', whole.vocabulary);
    const symbols = encode(TALE.repeat(40));
    expect(Array.from(whole.ids, (id) => whole.vocabulary.symbol(id))).toEqual(symbols);
    expect(join(symbols)).toBe(TALE.repeat(40));
    expect(whole.ids.length).toBeLessThan(TALE.length * 40 * 0.4);
    async function* inPieces() {
      for (let at = 0; at < bytes.length; at += 77) yield await Promise.resolve(bytes.subarray(at, at + 77));
    }
    const pieced = await readCorpus({ bytes: inPieces() }, { tokenizer: 'subwords' });
    expect(pieced.vocabulary.toJSON()).toEqual(whole.vocabulary.toJSON());
    expect(pieced.ids).toEqual(whole.ids);
  });

  test('knows every word that its characters spell, and no other character', async () => {
    const { vocabulary } = await learnt(TALE);
    const tokenizer = createTokenizer('subwords', vocabulary);
    expect(vocabulary.unknownId).toBeUndefined();
    expect(vocabulary.symbols).toContain(' lantern');
    const told = resolvePrompt('Rats shatter a ', tokenizer, vocabulary);
    expect(told.unknown.map((each) => each.text)).toEqual(['R']);
    expect(tokenizer.join(told.symbols.map((each) => each.text))).toBe('Rats shatter a');
  });

  test('is cut by the pieces of a model where it is another text that the model measures', async () => {
    const { vocabulary } = await learnt(TALE);
    const other = 'the glowing towel '.repeat(20);
    const cut = await readCorpus({ text: other }, { like: vocabulary });
    const symbols = Array.from(cut.ids, (id) => cut.vocabulary.symbol(id));
    expect(symbols).toEqual(createTokenizer('subwords', vocabulary).encode(other));
    expect(symbols.every((symbol) => vocabulary.id(symbol) !== undefined)).toBe(true);
  });

  test('has as many symbols as are asked for, or as suit its length', async () => {
    const text = TALE + '0 1 2 3 4 5 6 7 8 9';
    const characters = new Set(text).size;
    const { vocabulary } = await learnt(text, { vocabularyLimit: characters + 4 });
    expect(vocabulary.size).toBeLessThanOrEqual(characters + 4);
    expect(vocabulary.symbols.filter((symbol) => symbol.length > 1)).not.toEqual([]);
    // fewer than there are characters: the rarest are unknown, as in every vocabulary
    const few = await learnt(text, { vocabularyLimit: 10 });
    expect([few.vocabulary.size, few.vocabulary.unknownId]).toEqual([11, 10]);
    expect(few.vocabulary.symbols.slice(0, 10).every((symbol) => symbol.length === 1)).toBe(true);
    expect([1000, 1_000_000, 10_000_000, 1e9].map(proposedPieces)).toEqual([1024, 2048, 16_384, 32_768]);
  });
});

describe('stretches that no piece reaches beyond', () => {
  const stretches = (text: string) => preTokens().encode(text);

  test('are words with the space before them, digits, signs, line ends, blanks', () => {
    expect(stretches("Don't say  'no' to 12345 lamps!\n\n\tif x_1:")).toEqual([
      "Don't",
      ' say',
      ' ',
      " '",
      'no',
      "'",
      ' to',
      ' 123',
      '45',
      ' lamps',
      '!',
      '\n\n',
      '\t',
      'if',
      ' x',
      '_',
      '1',
      ':',
    ]);
    expect(stretches('守株待兔，ウサギを待つ。 abc漢字')).toEqual([
      '守株待兔',
      '，',
      'ウサギを待つ',
      '。',
      ' abc',
      '漢字',
    ]);
  });

  test('are short, whatever a text holds', () => {
    const long = ['x', '字', '-', '\n', ' ', '7'].map((sign) => sign.repeat(100_000)).join('');
    expect(Math.max(...stretches(long).map(({ length }) => length))).toBeLessThanOrEqual(33);
  });
});
