import { readVocabulary } from '../../engine/formats/read-model.ts';
import type { Tokenizer } from '../../engine/text/tokenizers/tokenizer.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

/**
 * How a model reads text, without its weights.
 * @throws AesopError as `readVocabulary`
 */
export async function modelVocabulary(folder: string): Promise<{ vocabulary: Vocabulary; tokenizer: Tokenizer }> {
  const { vocabulary } = await readVocabulary(folder);
  return { vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary) };
}
