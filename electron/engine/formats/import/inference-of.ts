import { defaultHyperparameters } from '../../../contract/hyperparameters.ts';
import { InferenceNetwork } from '../../inference/network.ts';
import { readConfig, type ModelConfig } from '../../model/model-config.ts';
import { weightBlocks } from '../keras-weights.ts';
import type { ForeignModel, ForeignNetwork } from './foreign-model.ts';

/** The network that a foreign file says, with what it cannot say as usual. */
export const configOf = (network: ForeignNetwork): ModelConfig =>
  readConfig({ ...defaultHyperparameters(), ...network }, network.vocabularySize);

/** A foreign model that reads and foresees: its weights are in memory. @throws AesopError where its file ends before */
export async function inferenceOf(model: ForeignModel): Promise<InferenceNetwork> {
  const config = configOf(model.network);
  const network = new InferenceNetwork(config);
  for (const { parameter, weights } of weightBlocks(config)) {
    const parts: Float32Array[] = [];
    for (const { name } of weights) parts.push(await model.weight(name));
    const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    network.assign(parameter, all);
  }
  return network;
}
