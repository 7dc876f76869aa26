import { weightBlocks } from '../../../../electron/engine/formats/keras-weights.ts';
import type { ForeignModel } from '../../../../electron/engine/formats/import/foreign-model.ts';
import { InferenceNetwork } from '../../../../electron/engine/inference/network.ts';
import { configOf } from './sources.ts';

function softmax(logits: ArrayLike<number>): number[] {
  const highest = Math.max(...Array.from(logits));
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** What our own network predicts behind each row with the weights of a foreign file. */
export async function ownPredictions(model: ForeignModel, rows: readonly (readonly number[])[]): Promise<number[][]> {
  const config = configOf(model.network);
  const network = new InferenceNetwork(config);
  for (const { parameter, weights } of weightBlocks(config)) {
    const parts = await Promise.all(weights.map(({ name }) => model.weight(name)));
    network.assign(parameter, Float32Array.from(parts.flatMap((part) => [...part])));
  }
  return rows.map((ids) => softmax(network.read(ids, network.start())));
}
