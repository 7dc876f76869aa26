import { readCorpus, type ReadOptions } from '../../engine/text/corpus.ts';
import { allocateIds, type Ids } from '../../engine/text/vocabulary/id-list.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

/**
 * A text of the workspace in the ids of a model's vocabulary.
 * @param borders where each source but the first begins
 * @param onText takes the text piece by piece
 * @returns ids; a symbol that the model does not know is `vocabulary.size`; and the first symbol of each source
 * @throws AesopError as `readCorpus`
 */
export async function readIds(
  path: string,
  vocabulary: Vocabulary,
  { signal, borders, onText }: Pick<ReadOptions, 'signal' | 'borders' | 'onText'> = {},
): Promise<{ ids: Ids; starts: readonly number[] }> {
  const { size } = vocabulary;
  const reading = { like: vocabulary, known: true, language: vocabulary.language ?? 'und', borders, signal, onText };
  const text = await readCorpus({ path }, reading);
  const translated = Uint32Array.from(text.vocabulary.symbols, (symbol) => vocabulary.id(symbol) ?? size);
  const ids = allocateIds(text.ids.length, size + 1);
  for (let at = 0; at < ids.length; at++) ids[at] = translated[text.ids[at]];
  return { ids, starts: text.starts };
}
