import type { ModelCard } from '../../contract/model.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { LanguageModel } from '../model/index.ts';
import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import type { Tokenizer } from '../text/tokenizers/tokenizer.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { describeModel, eachParameter } from './read-model.ts';

/** A model on an engine: the caller disposes `model`. */
export interface LoadedModel {
  readonly model: LanguageModel;
  readonly vocabulary: Vocabulary;
  readonly tokenizer: Tokenizer;
  readonly card: ModelCard;
}

/**
 * Loads a model from its folder, checking all that `verifyModel` does. Nothing outside the folder is read.
 *
 * @throws AesopError as `verifyModel`
 */
export async function loadModel(folder: string, kernels: Kernels): Promise<LoadedModel> {
  const description = await describeModel(folder);
  const { card, vocabulary, config } = description;
  const model = LanguageModel.blank(config, kernels);
  const parameters = new Map(model.parameters.map((parameter) => [parameter.name, parameter]));
  try {
    await eachParameter(description, (name, values) => parameters.get(name)!.assign(values));
  } catch (thrown) {
    model.dispose();
    throw thrown;
  }
  return { model, vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary), card };
}
