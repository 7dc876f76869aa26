import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import type { Tokenizer } from '../engine/text/tokenizer.ts';
import { createTokenizer } from '../engine/text/tokenizers.ts';
import { Vocabulary } from '../engine/text/vocabulary.ts';
import { systemCode } from '../storage/disk-errors.ts';

const FILE = 'vocabulary.json';

/**
 * How a model reads text, without its weights.
 * @throws AesopError `model-file-missing`, `model-damaged`, `model-newer`
 */
export async function modelVocabulary(folder: string): Promise<{ vocabulary: Vocabulary; tokenizer: Tokenizer }> {
  const id = basename(folder);
  const text = await readFile(join(folder, FILE), 'utf8').catch((thrown: unknown) => {
    if (systemCode(thrown) === 'ENOENT') throw new AesopError('model-file-missing', { id, file: FILE });
    throw thrown;
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw new AesopError('model-damaged', { id, file: FILE }, String(thrown));
  }
  const vocabulary = Vocabulary.fromJSON(json, id);
  return { vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary) };
}
