import { readVocabulary } from '../../engine/formats/read-model.ts';
import type { Tokenizer } from '../../engine/text/tokenizers/tokenizer.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

interface ModelVocabulary {
  readonly vocabulary: Vocabulary;
  readonly tokenizer: Tokenizer;
  /** of its file: models that read alike have the same */
  readonly sha256: string;
}

/**
 * How a model reads text, without its weights.
 * @throws AesopError as `readVocabulary`
 */
export async function modelVocabulary(folder: string): Promise<ModelVocabulary> {
  const { card, vocabulary } = await readVocabulary(folder);
  const tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  return { vocabulary, tokenizer, sha256: card.files['vocabulary.json'] };
}
