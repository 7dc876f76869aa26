import { describe, expect, test } from 'vitest';
import {
  namedVocabulary,
  vocabularyBeside,
  type FoundVocabulary,
} from '../../../../electron/engine/formats/import/index.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { vocabularyOf } from '../small-model.ts';
import { defaultHyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { sourceOf } from './sources.ts';

const files = (contents: Readonly<Record<string, unknown>>) =>
  sourceOf(
    Object.fromEntries(
      Object.entries(contents).map(([name, said]) => [
        name,
        Buffer.isBuffer(said) ? said : Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)),
      ]),
    ),
  );
const wanted = (symbols: number) => ({ name: 'model.keras', symbols });
async function named(said: unknown, symbols: number): Promise<FoundVocabulary> {
  const found = await namedVocabulary(files({ words: said }), 'words', wanted(symbols));
  if (!('vocabulary' in found)) throw new Error('a text');
  return found;
}

describe('what a file may say of the symbols', () => {
  const WORDS = ['long', 'ago', 'the', 'mice', ','];
  const numbered = (from: number) => Object.fromEntries(WORDS.map((word, at) => [word, at + from]));
  const turned = Object.fromEntries(WORDS.map((word, at) => [at, word]));
  const table = `symbol\tid\tcount\n${WORDS.map((word, at) => `${word}\t${at}\t${9 - at}\n`).join('')}`;

  test.each([
    ['list', WORDS],
    ['numbers', numbered(0)],
    ['numbers', turned],
    ['table', table],
    ['lines', WORDS.join('\n')],
    ['lines', `${WORDS.join('\r\n')}\r\n`],
  ] as const)('%s', async (form, said) => {
    const found = await named(said, WORDS.length);
    expect(found).toMatchObject({ form, file: 'words' });
    expect(found.vocabulary.symbols).toEqual(WORDS);
    expect(found.vocabulary).toMatchObject({ tokenizer: 'words', lowercase: true });
  });

  test('what a table counts is kept; elsewhere nobody counted', async () => {
    expect([...(await named(table, 5)).vocabulary.counts]).toEqual([9, 8, 7, 6, 5]);
    expect([...(await named(WORDS, 5)).vocabulary.counts]).toEqual([0, 0, 0, 0, 0]);
  });

  test('numbers from 1 on, as tokenizers of Keras count, leave 0 to what fills lines up', async () => {
    const { vocabulary } = await named(numbered(1), 6);
    expect(vocabulary.symbols).toEqual(['<pad>', ...WORDS]);
    expect(vocabulary.tokenizer).toBe('words');
    const keras = { class_name: 'Tokenizer', config: { num_words: null, word_index: JSON.stringify(numbered(1)) } };
    expect((await named(keras, 6)).vocabulary.symbols).toEqual(['<pad>', ...WORDS]);
  });

  test('our own vocabulary is taken as it is', async () => {
    const own = vocabularyOf('Long ago, the mice', { ...defaultHyperparameters(), tokenizer: 'words' });
    const { vocabulary, form } = await named(own, own.size);
    expect(form).toBe('own');
    expect(JSON.stringify(vocabulary)).toBe(JSON.stringify(own));
  });
});

describe('how texts are cut into symbols of others', () => {
  test.each([
    ['characters', undefined, ['a', 'B', ' ', '\n', '鼠']],
    ['words', false, ['The', 'mouse', '.', '\n', 'it’s']],
    ['whitespace', true, ['mouse.', 'cat', 'the', '(and']],
    ['words', true, ['<pad>', '<OOV>', 'the', 'mouse', '[UNK]']],
    ['words', true, ['the', ' mouse', ' ran', '.']],
  ] as const)('%s, lower case %s: %j', async (tokenizer, lowercase, symbols) => {
    const { vocabulary } = await named(symbols, symbols.length);
    expect(vocabulary.tokenizer).toBe(tokenizer);
    if (lowercase !== undefined) expect(vocabulary.lowercase).toBe(lowercase);
  });

  test('symbols that have their space with them are written one behind the other', async () => {
    const { vocabulary } = await named(['the', ' mouse', ' ran', '.'], 4);
    const cut = createTokenizer(vocabulary.tokenizer, vocabulary);
    expect(cut.encode('the mouse ran.')).toEqual(['the', ' mouse', ' ran', '.']);
    expect(cut.join(['the', ' mouse', ' ran', '.'])).toBe('the mouse ran.');
  });
});

describe('a vocabulary that does not fit is refused with both numbers', () => {
  test.each([
    [['a', 'b', 'c'], 4, { code: 'vocabulary-misfit', values: { found: 3, symbols: 4, file: 'words' } }],
    ['one\ntwo\nthree', 7, { code: 'vocabulary-text-misfit', values: { lines: 3, characters: 8, symbols: 7 } }],
    [{ a: 1, b: 3 }, 3, { code: 'vocabulary-unfit' }],
    [['a', 'a', 'b'], 3, { code: 'vocabulary-unfit' }],
    [{ layers: 3, name: 'x' }, 2, { code: 'vocabulary-unfit' }],
    ['', 3, { code: 'vocabulary-text-misfit' }],
    [Buffer.from([0xff, 0xfe, 0x80]), 3, { code: 'vocabulary-unfit' }],
    ['['.repeat(100_000), 3, { code: 'vocabulary-unfit' }],
  ])('%#', async (said, symbols, error) => {
    await expect(named(said, symbols)).rejects.toMatchObject(error);
  });
});

describe('among the files that came with a model', () => {
  test('what says its symbols by its form is found among others, whatever it is called', async () => {
    const source = files({ 'README.md': 'a\nb', 'config.json': { layers: 2, units: 3 }, tokens: ['x', 'y'] });
    expect(await vocabularyBeside([source], wanted(2))).toMatchObject({ file: 'tokens', form: 'list' });
  });

  test('a text with as many lines as symbols will do; its characters are never guessed', async () => {
    expect(await vocabularyBeside([files({ 'w.txt': 'a\nb' })], wanted(2))).toMatchObject({ form: 'lines' });
    const text = files({ 'fable.txt': 'abcabc' });
    await expect(vocabularyBeside([text], wanted(3))).rejects.toMatchObject({ code: 'vocabulary-wanted' });
  });

  test('without one it is asked for; one of another size is named', async () => {
    const code = 'vocabulary-wanted';
    await expect(vocabularyBeside([files({})], wanted(9))).rejects.toMatchObject({ code, values: { symbols: 9 } });
    const misfit = vocabularyBeside([files({ 'list.json': ['a'] })], wanted(9));
    await expect(misfit).rejects.toMatchObject({ code: 'vocabulary-misfit', values: { found: 1, symbols: 9 } });
  });
});
