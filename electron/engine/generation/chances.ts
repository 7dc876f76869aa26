import { largestIds } from './largest.ts';

/** Softmax of logits [vocabulary], with the ids of its `most` largest, the first of them first. */
export function chancesOf(logits: Float32Array, most: number): { chances: Float64Array; order: number[] } {
  let top = -Infinity;
  for (const logit of logits) if (logit > top) top = logit;
  const chances = Float64Array.from(logits, (logit) => Math.exp(logit - top));
  let sum = 0;
  for (const chance of chances) sum += chance;
  for (let id = 0; id < chances.length; id++) chances[id] /= sum;
  return { chances, order: largestIds(logits, Math.min(most, logits.length)) };
}

/** The place of an id among all by falling chance; 1 is the likeliest. */
export function rankOf(id: number, chances: Float64Array): number {
  let rank = 1;
  for (const chance of chances) if (chance > chances[id]) rank++;
  return rank;
}
