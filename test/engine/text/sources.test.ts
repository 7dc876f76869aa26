import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../electron/engine/text/corpus.ts';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
import { joinTexts } from '../../../electron/engine/text/intake/index.ts';

const pieces = async function* (...texts: string[]) {
  yield* texts;
};
async function joined(...texts: string[][]) {
  let text = '';
  const places = await joinTexts(
    texts.map((each) => pieces(...each)),
    (piece) => void (text += piece),
  );
  return { text, places };
}

describe('texts put one behind the other', () => {
  test('have one paragraph gap between them, whatever they end and begin with', async () => {
    const { text, places } = await joined(['One.'], ['\n\n', '\nTwo.\n', ' \n\n'], ['  Three.\n']);
    expect(text).toBe('One.\n\nTwo.\n\n  Three.\n');
    expect(places).toEqual([
      { start: 0, characters: 4 },
      { start: 6, characters: 4 },
      { start: 12, characters: 9 },
    ]);
    for (const { start, characters } of places) expect(text.slice(start, start + characters).trim()).toMatch(/^\w+\.$/);
  });

  test('are the same wherever their pieces end', async () => {
    const texts = ['A fox.\n\nA crow. \n', 'Cheese\nfalls.\n\n\n'];
    const whole = await joined(...texts.map((each) => [each]));
    expect(await joined(...texts.map((each) => [...each]))).toEqual(whole);
    expect(whole.text).toBe('A fox.\n\nA crow.\n\nCheese\nfalls.\n\n\n');
  });

  test('keep a long blank end in bounded memory', async () => {
    const { text, places } = await joined(['a', ' '.repeat(70_000), ' '.repeat(10)], ['b']);
    expect(text.startsWith('a ')).toBe(true);
    expect(text.slice(places[1].start)).toBe('b');
  });
});

describe('a text of several sources', () => {
  const first = 'The mice met.\n“Who?” asked one.\n\n';
  const second = 'Who bells the cat? Nobody.\n\n';
  const third = 'The end\n';
  const text = first + second + third;
  const borders = [first.length, first.length + second.length];

  test.each(['words', 'characters', 'whitespace'] as const)(
    'is cut as each source by itself, and tells where each begins: %s',
    async (tokenizer) => {
      const whole = await readCorpus({ text }, { tokenizer, borders });
      const alone = [];
      for (const each of [first, second, third]) alone.push(await readCorpus({ text: each }, { tokenizer }));
      expect(whole.starts).toEqual([0, alone[0].ids.length, alone[0].ids.length + alone[1].ids.length]);
      const symbols = (corpus: typeof whole) => Array.from(corpus.ids, (id) => corpus.vocabulary.symbol(id));
      expect(symbols(whole)).toEqual(alone.flatMap(symbols));
      // a paragraph gap leaves nothing for the next source to know
      const asOne = await readCorpus({ text }, { tokenizer });
      expect(symbols(asOne)).toEqual(symbols(whole));
      expect(asOne.starts).toEqual([0]);
    },
  );

  test('has its borders in subwords, which are learnt from all of it, too', async () => {
    const { ids, starts, vocabulary } = await readCorpus({ text }, { tokenizer: 'subwords', borders });
    const join = (from: number, to?: number) =>
      createTokenizer('subwords', vocabulary).join(Array.from(ids.subarray(from, to), (id) => vocabulary.symbol(id)));
    expect(starts[0]).toBe(0);
    expect(join(0, starts[1]) + join(starts[1], starts[2]) + join(starts[2])).toBe(text);
    expect(join(starts[1], starts[2]).trim()).toBe(second.trim());
    expect((await readCorpus({ text }, { tokenizer: 'subwords', vocabularyLimit: 400 })).starts).toEqual([0]);
  });

  test('has its borders wherever its pieces end', async () => {
    const bytes = async function* () {
      for (const byte of Buffer.from(text)) yield Uint8Array.of(byte);
    };
    const { starts } = await readCorpus({ text }, { tokenizer: 'words', borders });
    expect((await readCorpus({ bytes: bytes() }, { tokenizer: 'words', encoding: 'utf-8', borders })).starts).toEqual(
      starts,
    );
  });
});
