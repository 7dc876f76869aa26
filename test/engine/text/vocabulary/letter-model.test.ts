import { expect, test } from 'vitest';
import { LetterModel } from '../../../../electron/engine/text/vocabulary/letter-model.ts';

const ANY = Math.log2(0x110000);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** Symbols of one letter: nothing is to be known by what comes behind it. */
const EACH_ALONE = [...ALPHABET].map((letter): [string, number] => [letter, letter === 'a' ? 3 : 1]);
const cost = (letters: LetterModel, character: string) => letters.bits(character) - letters.bits('');

test('counts what comes behind each character where that spells the symbols in fewer bits', () => {
  const letters = LetterModel.of([['dog', 1]]);
  expect(letters.toJSON()).toEqual({
    characters: 'dog',
    // rows: what came first, then behind d, o, g; columns: the end, d, o, g
    counts: [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0],
  });
  // each was seen once out of once, beside five that count once more: three letters, the end, and all others
  expect(letters.bits('dog')).toBeCloseTo(4 * Math.log2(3), 12);
  // nothing was seen behind a character that was never seen
  expect(letters.bits('cog')).toBeCloseTo(Math.log2(6) + ANY + Math.log2(5) + 2 * Math.log2(3), 12);
  expect(letters.bits('')).toBeCloseTo(Math.log2(6), 12);
});

test('else how often each is seen, the symbols counting as often as they stand in the text', () => {
  const letters = LetterModel.of(EACH_ALONE);
  // 28 times a letter and the end; 26 letters, the end, and all others count once more
  expect(letters.toJSON()).toMatchObject({ characters: ALPHABET, counts: [28, 3, ...new Array<number>(25).fill(1)] });
  expect(letters.bits('ab')).toBeCloseTo(Math.log2(84 / 4) + Math.log2(84 / 2) + Math.log2(84 / 29), 12);
});

test('of a large alphabet only how often each is seen, characters beyond the first plane too', () => {
  const many = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x1f300 + at));
  const letters = LetterModel.of(many.map((character) => [character, 1]));
  expect(letters.toJSON()).toMatchObject({ characters: many.join(''), counts: [300, ...many.map(() => 1)] });
  expect(new LetterModel(letters.toJSON()).bits(many[7])).toBe(letters.bits(many[7]));
});

test('gives what may come next a probability of 1 all together', () => {
  const letters = LetterModel.of(EACH_ALONE);
  const known = [...ALPHABET].reduce((sum, character) => sum + 2 ** -cost(letters, character), 0);
  expect(known + 2 ** -letters.bits('') + 0x110000 * 2 ** -cost(letters, '愚')).toBeCloseTo(1, 9);
});

test('half a character is never one of its own', () => {
  const letters = LetterModel.of([['a\ud83d\udc2da\ud83d', 5]]);
  expect(letters.toJSON().characters).toBe('a🐭');
  expect(new LetterModel(letters.toJSON()).bits('🐭')).toBe(letters.bits('🐭'));
});

test.each([
  ['characters twice', { characters: 'aa', counts: [1, 1, 1] }],
  ['too few counts', { characters: 'ab', counts: [1, 1] }],
  ['counts of half a table', { characters: 'ab', counts: [1, 1, 1, 1, 1, 1] }],
  ['no counts', { characters: '', counts: [] }],
])('%s are refused', (_, letters) => {
  expect(() => new LetterModel(letters)).toThrow(RangeError);
});
