import type { ModelCard } from '../../contract/model.ts';
import type { StorytellerParts } from '../generation/storyteller.ts';
import type { Blocks } from '../inference/blocks.ts';
import { InferenceNetwork } from '../inference/network.ts';
import type { ModelConfig } from '../model/model-config.ts';
import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import { describeModel, eachParameter } from './read-model.ts';

/**
 * Loads a model from its folder for telling alone, checking all that `verifyModel` does. It needs no engine.
 *
 * @param blocksFor where the weights are kept
 * @throws AesopError as `verifyModel`
 */
export async function loadNetwork(
  folder: string,
  blocksFor?: (config: ModelConfig) => Blocks,
): Promise<StorytellerParts & { readonly card: ModelCard }> {
  const description = await describeModel(folder);
  const { card, vocabulary, config } = description;
  const network = new InferenceNetwork(config, blocksFor?.(config));
  await eachParameter(description, (name, values) => network.assign(name, values));
  return { network, vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary), card };
}
