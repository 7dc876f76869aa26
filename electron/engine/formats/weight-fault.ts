/**
 * Largest size of a weight, 1.4e17: with all of them so large no sum that a network makes exceeds 2^127, and float32 ends
 * at 2^128 (IEEE 754). Its widest sums are those of a gate, 4,096 products of two weights (an embedding's and the
 * kernel's, 2^12 * 2^114 = 2^126) and 4,096 of a weight and an output between -1 and 1 (2^69); an ordinal input brings one
 * of a weight and an id below 2^26. Training comes nowhere near: 1.4e17 is a hundred billion times what is usual.
 */
export const LARGEST_WEIGHT = 2 ** 57;

/** What is wrong with weights that no network can compute with: one is no number, or too large; nothing where all are well. */
export function weightFault(values: Float32Array): 'model-not-finite' | 'model-overflows' | undefined {
  for (let at = 0; at < values.length; at++)
    if (!(Math.abs(values[at]) <= LARGEST_WEIGHT))
      return Number.isFinite(values[at]) ? 'model-overflows' : 'model-not-finite';
  return undefined;
}
