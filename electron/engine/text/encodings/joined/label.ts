const SIGN = '+';

/** The encoding of a text that begins in one table and goes on in the other, and so on by turns. */
export const joinedLabel = (first: string, second: string): string => first + SIGN + second;

/** The two tables of such a text; undefined of one that has one table. */
export function joinedTables(encoding: string): [first: string, second: string] | undefined {
  const [first, second, ...others] = encoding.split(SIGN);
  return second === undefined || others.length > 0 ? undefined : [first, second];
}

/** The encodings of texts that hold stretches of UTF-16 amid UTF-8, named by the first of them. */
const WITH_WIDE: readonly string[] = ['utf-16le', 'utf-16be'].map((wide) => joinedLabel('utf-8', wide));
export const isWithWide = (encoding: string): boolean => WITH_WIDE.includes(encoding);
