import type { IdScale } from '../../../../contract/foreign-formats.ts';
import type { ForeignModel } from '../foreign-model.ts';
import { asVocabulary } from '../vocabulary/as-vocabulary.ts';
import type { FoundVocabulary, LearntText } from '../vocabulary/find-vocabulary.ts';
import { likeliest } from './likeliest.ts';

/**
 * A model over the text that it learnt: its vocabulary is that text's characters.
 * @param scale what numbers it reads, where a person says it
 * @throws AesopError as weights are read
 */
export async function asLearnt(
  model: ForeignModel,
  { text, numberings, file }: LearntText,
  scale?: IdScale,
): Promise<{ model: ForeignModel; found: FoundVocabulary }> {
  const best = await likeliest(model, text, numberings, scale);
  const vocabulary = asVocabulary({ form: 'text', symbols: best.numbering.symbols }, file);
  return { model: best.model, found: { vocabulary, file, form: 'text' } };
}
