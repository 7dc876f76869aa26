/** Ids of a text: 16 bits each where the vocabulary allows. */
export type Ids = Uint16Array | Uint32Array;

/**
 * Cuts the last `fraction` of the text off for validation. The end is taken, not a random part, so that no validated
 * window overlaps a learnt one. Both halves are views of the same memory.
 *
 * @returns at least one training symbol; an empty validation part where the fraction is 0
 */
export function splitText(ids: Ids, fraction: number): { training: Ids; validation: Ids } {
  const kept = Math.max(1, ids.length - Math.floor(ids.length * fraction));
  return { training: ids.subarray(0, kept), validation: ids.subarray(kept) };
}
