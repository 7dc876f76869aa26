import type { FileHandle } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { sha256Schema } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { weightsFileBytes } from '../../contract/network-size.ts';
import { checkConflicts } from '../../contract/hyperparameters.ts';
import { JSON_BOUNDS, vocabularyBounds } from '../../contract/limits.ts';
import { modelCardSchema, type ModelCard } from '../../contract/model.ts';
import { readConfig, type ModelConfig } from '../model/model-config.ts';
import { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { ModelFiles } from './model-files.ts';
import { weightEntries } from './tfjs-topology.ts';
import { weightFault } from './weight-fault.ts';
import { readWeights, type ReadBlock } from './weights-file.ts';

/** Numbers that are checked at once, 16 MB. */
const PIECE = 2 ** 22;

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
  return readConfig(hyperparameters, vocabulary.size);
}

function checkedHashes(files: ModelFiles, card: ModelCard) {
  const hashes = fileHashesSchema.safeParse(card.files);
  if (!hashes.success) throw files.damaged('card.json', hashes.error.message);
  return hashes.data;
}

/** Opens weights.bin; the caller closes it. @throws AesopError `model-truncated` where its size is not what the card's network asks for */
export async function openWeights({ files, config }: Pick<Description, 'files' | 'config'>): Promise<FileHandle> {
  const { handle, bytes } = await files.openFile('weights.bin');
  const expected = weightsFileBytes(config, config.vocabularySize);
  if (bytes === expected) return handle;
  await handle.close();
  throw new AesopError('model-truncated', { id: files.id, file: 'weights.bin', bytes, expected });
}

/**
 * How a model reads text: its card and its vocabulary, without the rest of it.
 * @throws AesopError `model-missing`, `model-file-missing`, `model-damaged`, `model-newer`
 */
export async function readVocabulary(
  folder: string,
): Promise<{ files: ModelFiles; card: ModelCard; vocabulary: Vocabulary }> {
  const files = await ModelFiles.open(folder);
  const card = await files.readJson('card.json', modelCardSchema, JSON_BOUNDS.models);
  const hashes = checkedHashes(files, card);
  const bounds = vocabularyBounds(card.vocabularySize);
  const symbols = await files.readJson('vocabulary.json', z.unknown(), bounds, hashes['vocabulary.json']);
  return { files, card, vocabulary: Vocabulary.fromJSON(symbols, files.id) };
}

export async function describeModel(folder: string): Promise<Description> {
  const { files, card, vocabulary } = await readVocabulary(folder);
  const config = checkedConfig(files, card, vocabulary);
  const sha256 = card.files['model.json'];
  const { weightsManifest } = await files.readJson('model.json', layoutSchema, JSON_BOUNDS.small, sha256);
  const expected = [{ paths: ['weights.bin'], weights: weightEntries(config) }];
  if (!isDeepStrictEqual(weightsManifest, expected)) throw files.damaged('model.json', 'it lists other weights');
  // before anybody takes memory for them
  await (await openWeights({ files, config })).close();
  return { files, card, vocabulary, config };
}

/**
 * All of weights.bin, in pieces of at most `most` numbers. Size, numbers and hash are checked: what is found wrong is thrown
 * behind the last piece.
 */
export async function* checkedWeights({ files, card, config }: Description, most: number): AsyncGenerator<ReadBlock> {
  const handle = await openWeights({ files, config });
  try {
    const pieces = readWeights(handle, config, most);
    let next = await pieces.next();
    let fault: AesopError | undefined;
    for (; !next.done; next = await pieces.next()) {
      const { block, values } = next.value;
      const code = fault ? undefined : weightFault(values);
      if (code) fault = new AesopError(code, { id: files.id, weight: block.parameter });
      yield next.value;
    }
    files.checkHash('weights.bin', next.value, card.files['weights.bin']);
    if (fault) throw fault;
  } finally {
    await handle.close();
  }
}

/** Hands every parameter in weights.bin to `take`, and checks size, numbers and hash. */
export async function eachParameter(
  description: Description,
  take: (name: string, values: Float32Array) => void,
): Promise<void> {
  for await (const { block, values } of checkedWeights(description, Infinity)) {
    // a transposed block stands there a second time, for plain models
    if (!block.transposed) take(block.parameter, values);
  }
}

/**
 * Checks a model folder whole: files, hashes, versions, weights. It needs no engine, and memory for the vocabulary alone.
 *
 * @returns its card
 * @throws AesopError `model-missing`, `model-file-missing`, `model-damaged`, `model-truncated`, `model-not-finite`,
 *   `model-overflows`, `model-newer`
 */
export async function verifyModel(folder: string): Promise<ModelCard> {
  const description = await describeModel(folder);
  const pieces = checkedWeights(description, PIECE);
  while (!(await pieces.next()).done);
  return description.card;
}
