import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../electron/engine/generation/evaluate.ts';
import type { Batch, LanguageModel } from '../../../electron/engine/model/index.ts';
import { readCorpus, type ReadOptions } from '../../../electron/engine/text/corpus.ts';
import { Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';

interface Network {
  context?: 'window' | 'sequence';
  windowLength?: number;
}

/** A network that gives each symbol the same probability, whatever it has read. */
function network(probabilities: readonly number[], { context = 'sequence', windowLength = 1 }: Network = {}) {
  return {
    config: { context, windowLength, vocabularySize: probabilities.length, units: 1 },
    evaluate: ({ targets }: Batch) => ({
      lossSum: [...targets].reduce((sum, target) => sum - Math.log(probabilities[target]), 0),
      correct: 0,
      count: targets.length,
      state: { cells: [], outputs: [] },
    }),
  } as unknown as LanguageModel;
}

const even = (size: number) => new Array<number>(size).fill(1 / size);
const read = (text: string, options: ReadOptions = { tokenizer: 'words' }) => readCorpus({ text }, options);

/** the, cat and the comma; dog is <unk> and what letters are known by */
const { vocabulary } = await read('the cat, the cat, the dog', { tokenizer: 'words', minimumCount: 2 });
const PROBABILITIES = [1 / 2, 1 / 4, 1 / 8, 1 / 8];

describe('bits per character, by hand', () => {
  const dog = 4 * Math.log2(3);
  // c was never seen, nor anything behind it; g behind o and the end behind g were, once
  const cog = Math.log2(6) + Math.log2(0x110000) + Math.log2(5) + 2 * Math.log2(3);

  test('the vocabulary is the one that is meant', () => {
    expect(vocabulary.symbols).toEqual(['the', 'cat', ',', '<unk>']);
    expect(vocabulary.spellingBits('dog')).toBeCloseTo(dog, 12);
  });

  test.each([
    // predicted: “ dog”, “,”, “ the”, “ cog”
    [{ context: 'sequence' }, (3 + dog + 3 + 1 + 3 + cog) / (4 + 1 + 4 + 4)],
    [{ context: 'window', windowLength: 1 }, (3 + dog + 3 + 1 + 3 + cog) / (4 + 1 + 4 + 4)],
    // “,”, “ the”, “ cog”
    [{ context: 'window', windowLength: 2 }, (3 + 1 + 3 + cog) / (1 + 4 + 4)],
  ] as const)('%o', async (settings, expected) => {
    const model = network(PROBABILITIES, settings);
    const measured = await evaluateText({ model, vocabulary }, await read('the dog, the cog'));
    expect(measured.unknown).toBe(2);
    expect(measured.bitsPerCharacter).toBeCloseTo(expected, 9);
  });

  test('of a text that was numbered by the same vocabulary it is the same', async () => {
    const text = await read('the cat, the cat, the dog', { tokenizer: 'words', minimumCount: 2 });
    const model = network(PROBABILITIES);
    const { bitsPerCharacter } = await evaluateText({ model, vocabulary }, text);
    const bits = 2 + 3 + 1 + 2 + 3 + 1 + (3 + dog);
    expect(bitsPerCharacter).toBeCloseTo(bits / ' cat, the cat, the dog'.length, 9);
  });

  test('a word of the tokenizer at spaces counts with one space before it', async () => {
    const text = await read('ab\n\n abc  a', { tokenizer: 'whitespace' });
    const measured = await evaluateText({ model: network(even(3)), vocabulary: text.vocabulary }, text);
    expect(measured.bitsPerCharacter).toBeCloseTo((2 * Math.log2(3)) / ' abc a'.length, 9);
  });
});

test('of characters it is the loss in bits, to the last digit', async () => {
  const text = await read('Mice 🐭🐭, mice.\n', { tokenizer: 'characters' });
  const size = text.vocabulary.size;
  const model = network(Array.from({ length: size }, (_, id) => (2 * (id + 1)) / (size * (size + 1))));
  const { loss, bitsPerCharacter } = await evaluateText({ model, vocabulary: text.vocabulary }, text);
  expect(bitsPerCharacter).toBe(loss / Math.LN2);
});

test('words and characters of one text share its characters out', async () => {
  const text = 'I saw “three  mice”, 🐭 and\n\tthe cat — well-known as it was (in 1894) – said: "No."\n';
  const characters: number[] = [];
  for (const tokenizer of ['words', 'characters'] as const) {
    const cut = await read(text, { tokenizer });
    const model = network(even(cut.vocabulary.size));
    const measured = await evaluateText({ model, vocabulary: cut.vocabulary }, cut);
    characters.push((measured.predictions * measured.loss) / Math.LN2 / measured.bitsPerCharacter!);
  }
  const [words, each] = characters;
  expect(words).toBeCloseTo([...text].length - 1, 9);
  expect(each).toBeCloseTo([...text].length - 1, 9);
});

describe('where unknown symbols have no price', () => {
  test('of a vocabulary without letters it is told only if nothing predicted is unknown', async () => {
    const { letters, ...rest } = vocabulary.toJSON();
    expect(letters).toBeDefined();
    const old = Vocabulary.fromJSON({ ...rest, version: 2 });
    const model = network(PROBABILITIES);
    expect(await evaluateText({ model, vocabulary: old }, await read('the dog, the cog'))).toMatchObject({
      bitsPerCharacter: null,
      bitsMissing: 'letters',
    });
    const { unknown, bitsPerCharacter, bitsMissing } = await evaluateText(
      { model, vocabulary: old },
      await read('dog the, the cat'),
    );
    expect(unknown).toBe(1);
    expect(bitsMissing).toBeUndefined();
    expect(bitsPerCharacter).toBeCloseTo((1 + 3 + 1 + 2) / ' the, the cat'.length, 9);
  });

  test('nor of a vocabulary without <unk>, which reads past them', async () => {
    const { vocabulary: all } = await read('the cat, the cat');
    const model = network(even(3));
    expect(await evaluateText({ model, vocabulary: all }, await read('the dog, the cat'))).toMatchObject({
      bitsPerCharacter: null,
      bitsMissing: 'unknown',
    });
    expect(
      (await evaluateText({ model, vocabulary: all }, await read('the cat, the cat'))).bitsPerCharacter,
    ).toBeCloseTo((4 * Math.log2(3)) / ' cat, the cat'.length, 9);
  });
});
