import { describe, expect, test } from 'vitest';
import {
  asLearnt,
  asScaled,
  namedVocabulary,
  unknownLast,
  vocabularyBeside,
  withoutPad,
  type ForeignModel,
  type FoundVocabulary,
  type LearntText,
} from '../../../../electron/engine/formats/import/index.ts';
import { numberingsOf } from '../../../../electron/engine/formats/import/numbering/characters.ts';
import { idScales } from '../../../../electron/contract/foreign-formats.ts';
import { defaultHyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { sizeOf, weightBlocks } from '../../../../electron/engine/formats/keras-weights.ts';
import { Random } from '../../../../electron/engine/random.ts';
import { vocabularyOf } from '../small-model.ts';
import { ownPredictions } from './predictions.ts';
import { worst } from '../../../programs/cases.ts';
import { configOf } from '../../../../electron/engine/formats/import/inference-of.ts';
import { sourceOf } from './sources.ts';

const numbered = (text: string, symbols: number) => numberingsOf(text, symbols).map((each) => each.symbols.join(''));

describe('the ways to number the characters of a text', () => {
  test('by their code points, or as they first appear', () => {
    expect(numbered('banana bread\nand', 8)).toEqual(['\n abdenr', 'ban red\n']);
    expect(numbered('abba', 2)).toEqual(['ab']);
    expect(numbered('鼠𝒜é', 3)).toEqual(['é鼠𝒜', '鼠𝒜é']);
  });

  test('with line ends, capitals and the mark of its bytes as its number of symbols says', () => {
    const text = 'Ab\r\naB\r\n';
    expect(numbered(text, 6).slice(0, 2)).toEqual(['\n\rABab', 'Ab\r\naB']);
    expect(numbered(text, 3)).toEqual(['\nab', 'ab\n']);
    expect(numbered(text, 4)).toContain('\nab\uFEFF');
    expect(numbered(text, 4)).toContain('\n\rab');
    expect(numbered(text, 9)).toEqual([]);
  });
});

const TEXT = 'the quick fox, jumped over a lazy dog '.repeat(20);
const DISTINCT = [...new Set(TEXT)];
const STEEP = 40;

const SIZE = DISTINCT.length;
const SCALES = {
  plain: { shift: 0, divisor: 1 },
  divided: { shift: 0, divisor: SIZE },
  centred: { shift: SIZE / 2, divisor: SIZE },
  minmax: { shift: 0, divisor: SIZE - 1 },
  symmetric: { shift: (SIZE - 1) / 2, divisor: (SIZE - 1) / 2 },
};
type Scale = keyof typeof SCALES;

/** By the mean and the standard deviation of all numbers of the text. */
function standard(symbols: readonly string[]) {
  const ids = [...TEXT].map((symbol) => symbols.indexOf(symbol));
  const mean = ids.reduce((sum, id) => sum + id) / ids.length;
  return { shift: mean, divisor: Math.sqrt(ids.reduce((sum, id) => sum + (id - mean) ** 2, 0) / ids.length) };
}

/**
 * A network whose every unit opens for one symbol, and all of whose outputs come of the last symbol alone: it tells the
 * alphabet of its numbers on, each followed by the one that most often follows it in the text.
 */
function follower(symbols: readonly string[], input: 'one-hot' | 'ordinal', scale = SCALES.plain): ForeignModel {
  const size = symbols.length;
  const id = new Map(symbols.map((symbol, at) => [symbol, at]));
  const text = [...TEXT].map((symbol) => id.get(symbol)!);
  const counts = symbols.map(() => new Float32Array(size));
  for (let at = 0; at + 1 < text.length; at++) counts[text[at]][text[at + 1]]++;
  const rows = input === 'one-hot' ? size : 1;
  const kernel = new Float32Array(rows * 4 * size);
  const bias = new Float32Array(4 * size);
  for (let unit = 0; unit < size; unit++) {
    bias[unit] = bias[3 * size + unit] = STEEP;
    bias[size + unit] = -STEEP;
    if (input === 'one-hot') kernel[unit * 4 * size + 2 * size + unit] = STEEP;
    else {
      kernel[2 * size + unit] = STEEP * scale.divisor;
      bias[2 * size + unit] = STEEP * (0.5 - unit + scale.shift);
    }
  }
  // units of bare numbers are on from their own number up: what is told of one is the difference to the next
  const output = new Float32Array(size * size);
  const told = counts.map((row) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => 6 * (count / all));
  });
  for (let unit = 0; unit < size; unit++)
    for (let next = 0; next < size; next++)
      output[unit * size + next] =
        input === 'one-hot' ? told[unit][next] : (told[unit][next] - (told[unit - 1]?.[next] ?? 0)) / 2;
  const weights: Record<string, Float32Array> = {
    'lstm_0/kernel': kernel,
    'lstm_0/recurrent_kernel': new Float32Array(size * 4 * size),
    'lstm_0/bias': bias,
    'output/kernel': output,
    'output/bias': new Float32Array(size),
  };
  return {
    network: {
      ...{ vocabularySize: size, input, embeddingSize: 1, layers: 1, units: size, tieWeights: false },
      ...{ context: 'window', windowLength: 5, gates: 'sigmoid' },
    },
    weight: async (name) => weights[name],
    ...(input === 'ordinal' && { scaleUnsaid: true }),
  };
}

describe('a model over the text that it learnt', () => {
  const sorted = [...DISTINCT].sort();
  const source = sourceOf({ 'text.txt': Buffer.from(TEXT) });

  const learnt = async (model: ForeignModel, scale?: Scale) => {
    const said = await namedVocabulary(source, 'text.txt', { name: 'model.h5', symbols: SIZE });
    if ('vocabulary' in said) throw new Error('its lines are no symbols');
    return asLearnt(model, said, scale);
  };

  test.each<[string, readonly string[], Scale | 'standard']>([
    ['one-hot', sorted, 'plain'],
    ['one-hot', DISTINCT, 'plain'],
    ...[sorted, DISTINCT].flatMap((symbols) =>
      [...idScales, 'standard' as const].map((scale): [string, readonly string[], Scale | 'standard'] => [
        'ordinal',
        symbols,
        scale,
      ]),
    ),
  ])('%s, numbered %j, %s', async (input, symbols, scale) => {
    const scaling = scale === 'standard' ? standard(symbols) : SCALES[scale];
    const model = follower(symbols, input as 'one-hot' | 'ordinal', scaling);
    const { model: found, found: vocabulary } = await learnt(model);
    expect(vocabulary).toMatchObject({ file: 'text.txt', form: 'text' });
    expect(vocabulary.vocabulary.symbols).toEqual(symbols);
    expect(vocabulary.vocabulary.tokenizer).toBe('characters');
    // all of them come to the same network over the numbers themselves
    const bare = follower(symbols, input as 'one-hot' | 'ordinal');
    for (const name of ['lstm_0/kernel', 'lstm_0/bias'])
      expect(worst([[...(await found.weight(name))]], [[...(await bare.weight(name))]])).toBeLessThan(1e-3);
  });

  test('is believed what numbers it reads where a person says it, and asked where nobody does', async () => {
    const model = follower(sorted, 'ordinal', SCALES.divided);
    const { model: believed } = await learnt(model, 'plain');
    expect(await believed.weight('lstm_0/kernel')).toEqual(await model.weight('lstm_0/kernel'));
    const bare = follower(sorted, 'ordinal');
    for (const scale of idScales) {
      const said = asScaled(follower(sorted, 'ordinal', SCALES[scale]), scale, 'model.h5');
      for (const name of ['lstm_0/kernel', 'lstm_0/bias'])
        expect(worst([[...(await said.weight(name))]], [[...(await bare.weight(name))]])).toBeLessThan(1e-3);
    }
    expect(() => asScaled(model, undefined, 'model.h5')).toThrow(
      expect.objectContaining({ code: 'id-scale-wanted', values: { name: 'model.h5' } }),
    );
    const oneHot = follower(sorted, 'one-hot');
    expect(asScaled(oneHot, undefined, 'model.h5')).toBe(oneHot);
  });
});

describe('what stands for unknown words', () => {
  const random = new Random(3);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random.uniform() - 0.5);
  const SIZE = 5;
  const WORDS = ['<pad>', '<OOV>', 'the', 'mouse', 'ran'];

  function made(input: 'one-hot' | 'embedding' | 'ordinal'): ForeignModel {
    const network: ForeignModel['network'] = {
      ...{ vocabularySize: SIZE, input, embeddingSize: 3, layers: 2, units: 4, tieWeights: false },
      ...{ context: 'sequence', windowLength: 3, gates: 'sigmoid' },
    };
    const blocks = weightBlocks(configOf(network)).flatMap(({ weights }) => weights);
    const weights = new Map(blocks.map((weight) => [weight.name, numbers(sizeOf(weight))]));
    return { network, weight: async (name) => weights.get(name)! };
  }

  async function found(words: readonly string[], file = 'words.json'): Promise<FoundVocabulary> {
    const source = sourceOf({ [file]: Buffer.from(JSON.stringify(words)) });
    return vocabularyBeside([source], { name: 'model.h5', symbols: words.length });
  }

  test.each(['one-hot', 'embedding'] as const)(
    'is numbered last and never told, and all else is as it was: %s',
    async (input) => {
      const model = made(input);
      const moved = unknownLast(model, await found(WORDS));
      expect(moved.found.vocabulary.symbols).toEqual(['<pad>', 'the', 'mouse', 'ran', '<unk>']);
      expect(moved.found.vocabulary.unknownId).toBe(4);
      const rows = [
        [0, 1, 2, 3, 4],
        [4, 1, 1],
      ];
      const to = [0, 4, 1, 2, 3];
      const before = await ownPredictions(model, rows);
      const after = await ownPredictions(
        moved.model,
        rows.map((ids) => ids.map((id) => to[id])),
      );
      expect(
        worst(
          before,
          after.map((row) => to.map((id) => row[id])),
        ),
      ).toBeLessThan(1e-12);
    },
  );

  test.each([
    ['one-hot', WORDS, 0],
    ['embedding', WORDS, 0],
    ['embedding', ['', '[UNK]', 'the', 'mouse', 'ran'], 0],
    ['one-hot', ['the', 'mouse', '<PAD>', 'ran', 'on'], 2],
    ['ordinal', WORDS, 0],
    ['ordinal', ['the', 'mouse', 'ran', 'on', '[PAD]'], 4],
  ] as const)(
    'what fills lines up is no symbol, and the others stand to each other as they did: %s, %j',
    async (input, words, id) => {
      const model = made(input);
      const rest = withoutPad(model, await found(words), 'model.h5');
      expect(rest.found.vocabulary.symbols).toEqual(words.filter((_, at) => at !== id));
      expect(rest.found.vocabulary.tokenizer).toBe('words');
      expect(rest.model.network.vocabularySize).toBe(SIZE - 1);
      const rows = [
        [0, 1, 2, 3],
        [3, 1],
      ];
      const ids = words.map((_, at) => at).filter((at) => at !== id);
      const before = await ownPredictions(
        model,
        rows.map((row) => row.map((each) => ids[each])),
      );
      const apart = before.map((row) => ids.map((each) => row[each] / (1 - row[id])));
      expect(worst(apart, await ownPredictions(rest.model, rows))).toBeLessThan(1e-6);
    },
  );

  test('what fills lines up stays where numbers mean something on both its sides, and in a vocabulary of ours', async () => {
    const inside = await found(['the', '<pad>', 'mouse', 'ran', 'on']);
    expect(withoutPad(made('ordinal'), inside, 'model.h5').found).toBe(inside);
    const two = await found(['', '<pad>', 'mouse', 'ran', 'on']);
    expect(withoutPad(made('one-hot'), two, 'model.h5').found).toBe(two);
    const own = { ...inside, form: 'own' } as const;
    expect(withoutPad(made('one-hot'), own, 'model.h5').found).toBe(own);
  });

  test('a network that passes over 0 wants a vocabulary that does', async () => {
    const model: ForeignModel = { ...made('embedding'), skipsZero: true };
    const words = ['the', 'mouse', 'ran', 'on', '.'];
    const full = await found(words);
    expect(() => withoutPad(model, full, 'model.h5')).toThrow(
      expect.objectContaining({
        code: 'vocabulary-skipped',
        values: { name: 'model.h5', file: 'words.json', symbol: 'the' },
      }),
    );
    const source = sourceOf({
      'words.txt': Buffer.from(words.slice(0, 4).join('\n')),
      'text.txt': Buffer.from('abba dad cc'),
    });
    const wanted = { name: 'model.h5', symbols: SIZE, skipsZero: true };
    const said = (await namedVocabulary(source, 'words.txt', wanted)) as FoundVocabulary;
    expect(withoutPad(model, said, 'model.h5').found.vocabulary.symbols).toEqual(words.slice(0, 4));
    const learnt = (await namedVocabulary(source, 'text.txt', { ...wanted, symbols: 6 })) as LearntText;
    expect(learnt.numberings.map((each) => each.symbols)).toEqual([
      ['<pad>', ' ', 'a', 'b', 'c', 'd'],
      ['<pad>', 'a', 'b', ' ', 'd', 'c'],
    ]);
  });

  test('stays where it is where numbers mean something, or where two marks do', async () => {
    const words = await found(WORDS);
    expect(unknownLast(made('ordinal'), words).found).toBe(words);
    const two = await found(['<unk>', '[UNK]', 'the', 'mouse', 'ran']);
    expect(unknownLast(made('one-hot'), two).found).toBe(two);
    const last = await found(['the', 'mouse', 'ran', 'on', '<unk>']);
    expect(last.vocabulary.unknownId).toBe(4);
    expect(unknownLast(made('one-hot'), last).found).toBe(last);
  });

  test('is a word like others in a vocabulary of ours that says so', async () => {
    const own = vocabularyOf('the <unk> mouse ran on', { ...defaultHyperparameters(), tokenizer: 'whitespace' });
    const said = { vocabulary: own, file: 'vocabulary.json', form: 'own' } as const;
    expect(own.unknownId).toBeUndefined();
    expect(unknownLast({ ...made('one-hot') }, said).found).toBe(said);
  });
});
