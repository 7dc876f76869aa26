import { join } from 'node:path';
import * as z from 'zod';
import { CUT, cutSchema } from '../../contract/corpus.ts';
import { vocabularyBounds } from '../../contract/limits.ts';
import type { ModelCard } from '../../contract/model.ts';
import { readJson } from '../files/json.ts';

/**
 * By which cut the words of a text become those of a model, as its vocabulary tells: one from before a change goes on by its
 * own. Of other tokenizers there is one cut.
 * @param folder of the model
 * @throws AesopError `file-damaged`, `file-missing`, `model-newer`, `no-permission`
 */
export async function wordsCut(
  folder: string,
  { hyperparameters: { tokenizer }, vocabularySize }: Pick<ModelCard, 'hyperparameters' | 'vocabularySize'>,
): Promise<number> {
  if (tokenizer !== 'words') return CUT;
  const path = join(folder, 'vocabulary.json');
  return (await readJson(path, 'vocabulary', z.object({ cut: cutSchema }), vocabularyBounds(vocabularySize))).cut;
}
