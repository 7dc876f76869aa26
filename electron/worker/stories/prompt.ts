import { promptSymbols } from '../../engine/text/prompts/prompt.ts';
import type { Job } from '../job.ts';
import { modelVocabulary } from '../models/model-vocabulary.ts';

/** How a model sees a prompt. */
export const prompt: Job<'prompt'> = async ({ model, text }) => {
  const { vocabulary, tokenizer } = await modelVocabulary(model);
  return { symbols: promptSymbols(text, tokenizer, vocabulary) };
};
