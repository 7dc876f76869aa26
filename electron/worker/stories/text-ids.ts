import { readCorpus, type ReadOptions } from '../../engine/text/corpus.ts';
import { allocateIds, type Ids } from '../../engine/text/vocabulary/id-list.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

/**
 * A text of the workspace in the ids of a model's vocabulary.
 * @param onText takes the text piece by piece
 * @returns ids; a symbol that the model does not know is `vocabulary.size`
 * @throws AesopError as `readCorpus`
 */
export async function readIds(
  path: string,
  vocabulary: Vocabulary,
  { signal, onText }: Pick<ReadOptions, 'signal' | 'onText'> = {},
): Promise<Ids> {
  const { size } = vocabulary;
  const text = await readCorpus({ path }, { like: vocabulary, known: true, signal, onText });
  const translated = Uint32Array.from(text.vocabulary.symbols, (symbol) => vocabulary.id(symbol) ?? size);
  const ids = allocateIds(text.ids.length, size + 1);
  for (let at = 0; at < ids.length; at++) ids[at] = translated[text.ids[at]];
  return ids;
}
