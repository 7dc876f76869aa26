import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';
import { keepVocabulary, keptVocabulary } from '../../../electron/worker/corpora/kept-vocabulary.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const WORDS = { tokenizer: 'words', lowercase: false } as const;

/** A text and what was counted of it. */
async function textWith(vocabulary = new Vocabulary(WORDS, ['the', ' 🐭', '\n'], [4, 2, 1])) {
  const folder = temporaryFolder();
  const [text, file] = [join(folder, 'text.txt'), join(folder, 'vocabulary.json')];
  writeFileSync(text, 'the 🐭');
  await keepVocabulary(folder, vocabulary);
  /** changes what the file says */
  const change = (values: object) =>
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...values }));
  return { text, file, change };
}

test('what was counted of a text is at hand, each symbol with its count', async () => {
  const { text } = await textWith();
  const kept = (await keptVocabulary(text, WORDS))!;
  expect(kept.symbols).toEqual(['the', ' 🐭', '\n']);
  expect([...kept.counts]).toEqual([4, 2, 1]);
  expect(kept.id(' 🐭')).toBe(1);
});

test('it is no answer where the text is cut in another way, or by another program', async () => {
  const { text, change } = await textWith();
  expect(await keptVocabulary(text, { ...WORDS, lowercase: true })).toBeUndefined();
  expect(await keptVocabulary(text, { ...WORDS, tokenizer: 'characters' })).toBeUndefined();
  for (const other of [{ icu: '1.0' }, { version: 99 }, { tokenizer: 'syllables' }]) {
    change(other);
    expect(await keptVocabulary(text, WORDS)).toBeUndefined();
  }
});

test('nor where the text has changed since, or the file is gone, torn, damaged or not ours', async () => {
  const { text, file, change } = await textWith();
  const whole = readFileSync(file, 'utf8');
  const later = new Date(Date.now() + 5000);
  utimesSync(text, later, later);
  expect(await keptVocabulary(text, WORDS)).toBeUndefined();
  utimesSync(file, later, later);
  expect(await keptVocabulary(text, WORDS)).toBeDefined();
  for (const damage of [() => change({ counts: [1] }), () => change({ symbols: ['a', 'a', 'b'] })]) {
    damage();
    utimesSync(file, later, later);
    expect(await keptVocabulary(text, WORDS)).toBeUndefined();
  }
  for (const content of ['', whole.slice(0, -9), '[[[[[[[[[[1]]]]]]]]]]', '\0']) {
    writeFileSync(file, content);
    utimesSync(file, later, later);
    expect(await keptVocabulary(text, WORDS)).toBeUndefined();
  }
  expect(await keptVocabulary(join(temporaryFolder(), 'text.txt'), WORDS)).toBeUndefined();
});

test('one too large is not kept', async () => {
  const symbols = Array.from({ length: 1_000_001 }, (_, id) => `w${id}`);
  const { text } = await textWith(new Vocabulary(WORDS, symbols, new Uint32Array(symbols.length).fill(1)));
  expect(await keptVocabulary(text, WORDS)).toBeUndefined();
  const long = await textWith(new Vocabulary(WORDS, ['愚'.repeat(23_000_000), 'a'], [1, 1]));
  expect(await keptVocabulary(long.text, WORDS)).toBeUndefined();
});
