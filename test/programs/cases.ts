import type { LanguageModel } from '../../electron/engine/model/index.ts';
import { disposeState } from '../../electron/engine/model/state.ts';

/** Every kind of network that a format must say: inputs, contexts, layers, tied weights. */
export const CASES = (['embedding', 'one-hot', 'ordinal'] as const).flatMap((input) =>
  (['window', 'sequence'] as const).flatMap((context) =>
    [1, 2, 3].flatMap((layers) =>
      (input === 'embedding' && layers > 1 ? [false, true] : [false]).map((tieWeights) => ({
        ...{ input, context, layers, tieWeights, windowLength: 4 },
        dropout: layers === 2 ? 0.3 : 0,
      })),
    ),
  ),
);

/** Networks whose gates not every format can say. */
export const HARD_CASES = (['window', 'sequence'] as const).map((context) => ({
  ...{ input: 'embedding' as const, context, layers: 2, tieWeights: false, windowLength: 4, dropout: 0 },
  gates: 'hard-sigmoid' as const,
}));

function probabilities(logits: Float32Array): number[] {
  const highest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** What our own model predicts behind each of the ids, from a state of nothing, [time][vocabulary]. */
export function probabilitiesBehindEach(model: LanguageModel, ids: readonly number[]): number[][] {
  return ids.map((_, at) => {
    const { logits, state } = model.predict(Int32Array.from(ids.slice(0, at + 1)), at + 1, 1, null);
    disposeState(state);
    return probabilities(logits);
  });
}

/** The largest difference between two tables; infinite where their shapes differ. */
export function worst(one: readonly number[][], other: readonly number[][]): number {
  const same = one.length === other.length && one.every((row, at) => row.length === other[at].length);
  if (!same) return Infinity;
  return Math.max(...one.flatMap((row, at) => row.map((value, k) => Math.abs(value - other[at][k]))));
}
