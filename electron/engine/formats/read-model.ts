import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { sha256Schema } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { checkConflicts } from '../../contract/hyperparameters.ts';
import { modelCardSchema, vocabularyFileSchema, type ModelCard } from '../../contract/model.ts';
import { modelConfig, type ModelConfig } from '../model/model-config.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { ModelFiles } from './model-files.ts';
import { weightEntries } from './tfjs-topology.ts';
import { allFinite, readWeights, weightsBytes } from './weights-file.ts';

/** A model folder of which everything but the weights has been read and fits together. */
export interface Description {
  readonly files: ModelFiles;
  readonly card: ModelCard;
  readonly vocabulary: Vocabulary;
  readonly config: ModelConfig;
}

const fileHashesSchema = z.strictObject({
  'model.json': sha256Schema,
  'weights.bin': sha256Schema,
  'vocabulary.json': sha256Schema,
});

/** Of model.json only what says how weights.bin is laid out; its topology is for others. */
const layoutSchema = z.object({ format: z.literal('layers-model'), weightsManifest: z.array(z.unknown()) });

function checkedConfig(files: ModelFiles, card: ModelCard, vocabulary: Vocabulary): ModelConfig {
  const { hyperparameters } = card;
  try {
    checkConflicts(hyperparameters);
  } catch (thrown) {
    throw files.damaged('card.json', String(thrown));
  }
  if (card.vocabularySize !== vocabulary.size)
    throw files.damaged('card.json', `${card.vocabularySize} symbols, the vocabulary holds ${vocabulary.size}`);
  if (hyperparameters.tokenizer !== vocabulary.tokenizer || hyperparameters.lowercase !== vocabulary.lowercase)
    throw files.damaged('card.json', 'the vocabulary was cut in another way');
  return modelConfig(hyperparameters, vocabulary.size);
}

export async function describeModel(folder: string): Promise<Description> {
  const files = await ModelFiles.open(folder);
  const card = await files.readJson('card.json', modelCardSchema);
  const hashes = fileHashesSchema.safeParse(card.files);
  if (!hashes.success) throw files.damaged('card.json', hashes.error.message);
  const symbols = await files.readJson('vocabulary.json', vocabularyFileSchema, hashes.data['vocabulary.json']);
  const vocabulary = Vocabulary.fromJSON(symbols, files.id);
  const config = checkedConfig(files, card, vocabulary);
  const { weightsManifest } = await files.readJson('model.json', layoutSchema, hashes.data['model.json']);
  const expected = [{ paths: ['weights.bin'], weights: weightEntries(config) }];
  if (!isDeepStrictEqual(weightsManifest, expected)) throw files.damaged('model.json', 'it lists other weights');
  return { files, card, vocabulary, config };
}

/** Hands every parameter in weights.bin to `take`, and checks size, numbers and hash. */
export async function eachParameter(
  { files, card, config }: Description,
  take: (name: string, values: Float32Array) => void,
): Promise<void> {
  const { handle, bytes } = await files.openFile('weights.bin');
  try {
    const expected = weightsBytes(config);
    if (bytes !== expected)
      throw new AesopError('model-truncated', { id: files.id, file: 'weights.bin', bytes, expected });
    const blocks = readWeights(handle, config);
    let next = await blocks.next();
    let faulty: string | undefined;
    for (; !next.done; next = await blocks.next()) {
      const { block, values } = next.value;
      if (!allFinite(values)) faulty ??= block.parameter;
      // a transposed block stands there a second time, for plain models
      if (!block.transposed) take(block.parameter, values);
    }
    files.checkHash('weights.bin', next.value, card.files['weights.bin']);
    if (faulty) throw new AesopError('model-not-finite', { id: files.id, weight: faulty });
  } finally {
    await handle.close();
  }
}

/**
 * Checks a model folder whole: files, hashes, versions, weights. It needs no engine.
 *
 * @returns its card
 * @throws AesopError `model-missing`, `model-file-missing`, `model-damaged`, `model-truncated`, `model-not-finite`,
 *   `model-newer`
 */
export async function verifyModel(folder: string): Promise<ModelCard> {
  const description = await describeModel(folder);
  await eachParameter(description, () => undefined);
  return description.card;
}
