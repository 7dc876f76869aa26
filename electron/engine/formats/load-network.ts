import type { ModelCard } from '../../contract/model.ts';
import type { StorytellerParts } from '../generation/storyteller.ts';
import { InferenceNetwork } from '../inference/network.ts';
import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import { describeModel, eachParameter } from './read-model.ts';

/**
 * Loads a model from its folder for telling alone, checking all that `verifyModel` does. It needs no engine.
 *
 * @throws AesopError as `verifyModel`
 */
export async function loadNetwork(folder: string): Promise<StorytellerParts & { readonly card: ModelCard }> {
  const description = await describeModel(folder);
  const { card, vocabulary, config } = description;
  const network = new InferenceNetwork(config);
  await eachParameter(description, (name, values) => network.assign(name, values));
  return { network, vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary), card };
}
