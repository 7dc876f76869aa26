const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const NUMERAL = /^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/** What small Roman digits come to, whatever their order. */
export function romanSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = VALUES[digits[at]];
    sum += value < (VALUES[digits[at + 1]] ?? 0) ? -value : value;
  }
  return sum;
}

/** The number that small Roman digits are, NaN where they are none. */
export const romanOf = (digits: string): number => (digits !== '' && NUMERAL.test(digits) ? romanSum(digits) : NaN);
