import type { Encoding } from '../encodings.ts';

const SIGN = '+';

/** The encoding of a text that begins in one table and goes on in the other, and so on by turns. */
export const joinedLabel = (first: Encoding, second: Encoding): Encoding => first + SIGN + second;

/** The two tables of such a text; undefined of one that has one table. */
export function joinedTables(encoding: Encoding): [first: Encoding, second: Encoding] | undefined {
  const [first, second, ...others] = encoding.split(SIGN);
  return second === undefined || others.length > 0 ? undefined : [first, second];
}
