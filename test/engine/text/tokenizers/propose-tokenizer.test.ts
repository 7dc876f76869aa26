import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proposeTokenizer } from '../../../../electron/engine/text/index.ts';
import { Random } from '../../../../electron/engine/random.ts';

const proposed = (text: string, language = 'en') => proposeTokenizer(text, language, text.length);

/** Words drawn from an alphabet. */
function drawn(alphabet: string, length: number, count: number, between: string): string {
  const random = new Random(5);
  const letter = () => alphabet[Math.floor(random.uniform() * alphabet.length)];
  return Array.from({ length: count }, () => Array.from({ length }, letter).join('')).join(between);
}

test.each([
  ['names, a line each', drawn('abcdefghijklmnop', 7, 300, '\n')],
  ['passwords', drawn('abcXYZ0189!?.$', 11, 60, '\n')],
  ['formulas of molecules', drawn('CcNnO()=1', 24, 80, '\n')],
  ['DNA in lines', drawn('acgt', 60, 40, '\n')],
  ['DNA in blocks of ten', drawn('acgt', 10, 400, ' ')],
  ['a protein without a break', drawn('ACDEFGHIKLMNPQRSTVWY', 5000, 1, '')],
])('%s are learnt letter by letter', (_, text) => {
  expect(proposed(text, 'und')).toBe('characters');
});

test('prose, verse, lists that repeat and a few words alone are learnt by words', () => {
  const play = readFileSync('resources/corpora/tiny-shakespeare.txt', 'utf8');
  for (const length of [150, 1_000, 20_000]) expect(proposed(play.slice(0, length))).toBe('words');
  expect(proposed(readFileSync('test/cases/texts/10-code.py', 'utf8'), 'und')).toBe('words');
  expect(proposed('one two three four')).toBe('words');
  expect(proposed('red apple\ngreen apple\nred pear\ngreen pear\n'.repeat(9))).toBe('words');
});

test('punctuation that stands apart is whitespace’s, where no line end is lost by it', () => {
  const verse = 'The moon is on the water ,\nThe wind is on the hill .\nMy love is with the fishes ,\nAnd still .\n';
  expect(proposed(verse)).toBe('words');
  expect(proposed(verse.replaceAll('\n', ' '))).toBe('whitespace');
  expect(proposed(readFileSync('resources/corpora/belling-the-cat.txt', 'utf8'))).toBe('whitespace');
});
