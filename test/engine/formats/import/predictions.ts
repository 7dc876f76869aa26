import type { ForeignModel } from '../../../../electron/engine/formats/import/foreign-model.ts';
import { inferenceOf } from '../../../../electron/engine/formats/import/inference-of.ts';

function softmax(logits: ArrayLike<number>): number[] {
  const highest = Math.max(...Array.from(logits));
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** What our own network predicts behind each row with the weights of a foreign file. */
export async function ownPredictions(model: ForeignModel, rows: readonly (readonly number[])[]): Promise<number[][]> {
  const network = await inferenceOf(model);
  return rows.map((ids) => softmax(network.read(ids, network.start())));
}
