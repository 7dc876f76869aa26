import fc from 'fast-check';

/** Short texts by chance, of ids up to the largest. */
export const numbers = (most: number) =>
  fc.array(fc.nat(most), { maxLength: 120 }).map((list) => Uint16Array.from(list));

/** A stretch of a text as something to compare. */
export const key = (ids: ArrayLike<number>, from: number, to: number) => Array.from(ids).slice(from, to).join();
