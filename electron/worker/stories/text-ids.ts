import { readCorpus } from '../../engine/text/corpus.ts';
import { allocateIds, type Ids } from '../../engine/text/vocabulary/id-list.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';

interface Options {
  name?: string;
  signal?: AbortSignal;
  progress?(fraction: number): void;
}

/**
 * A text file in the ids of a model's vocabulary.
 * @returns ids, where `unknown` of them stand for symbols that the model does not know, each as `vocabulary.size`
 * @throws AesopError as `readCorpus`
 */
export async function readIds(
  path: string,
  vocabulary: Vocabulary,
  { name, signal, progress }: Options = {},
): Promise<{ ids: Ids; unknown: number }> {
  const { tokenizer, lowercase, size } = vocabulary;
  const text = await readCorpus({ path }, { name, tokenizer, lowercase, signal, onProgress: progress });
  const translated = Uint32Array.from(text.vocabulary.symbols, (symbol) => vocabulary.id(symbol) ?? size);
  const ids = allocateIds(text.ids.length, size + 1);
  let unknown = 0;
  for (let at = 0; at < ids.length; at++) {
    ids[at] = translated[text.ids[at]];
    if (ids[at] === size) unknown++;
  }
  return { ids, unknown };
}
