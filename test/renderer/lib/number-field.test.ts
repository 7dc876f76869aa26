import { expect, test } from 'vitest';
import { readNumber } from '../../../renderer/lib/number-field.ts';

test.each([
  ['0,001', 0.001],
  ['0,5', 0.5],
  ['3,25', 3.25],
  ['-1,5', -1.5],
  ['1.000,5', 1000.5],
])('a comma before the decimals is one: %s', (typed, value) => expect(readNumber(typed)).toBe(value));

test.each([
  ['20,000', 20_000],
  ['1,234,567', 1_234_567],
  ['10,00,000', 1_000_000],
  ['1,000.5', 1000.5],
  ['20 000', 20_000],
  ['１，０００', 1000],
  ['1e-3', 0.001],
  ['−5', -5],
])('groups of digits are none: %s', (typed, value) => expect(readNumber(typed)).toBe(value));

test.each(['', ' ', 'many', ',', '1.2.3'])('what is no number is none: “%s”', (typed) =>
  expect(readNumber(typed)).toBeNaN(),
);
