import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { versionOf } from '../../contract/file-formats.ts';
import type { ModelCard } from '../../contract/model.ts';
import { weightCount } from '../../contract/network-size.ts';
import type { LanguageModel, ModelConfig } from '../model/index.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { layersModelJson } from './tfjs-topology.ts';
import { valuesOf, writeWeights, type BlockValues } from './weights-file.ts';

/** What a card says that the model itself cannot tell. */
export type CardDetails = Omit<ModelCard, 'version' | 'vocabularySize' | 'parameters' | 'files'>;

async function writeNew(path: string, text: string): Promise<{ bytes: number; sha256: string }> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}

const json = (value: unknown, indent?: number) => `${JSON.stringify(value, null, indent)}\n`;

/** A model that no engine holds: what its network is, and where its numbers come from. */
export interface ModelParts {
  readonly config: ModelConfig;
  readonly values: BlockValues;
  readonly vocabulary: Vocabulary;
  readonly card: CardDetails;
}

/**
 * Writes a model into an empty folder: model.json and weights.bin, which are a plain tf.LayersModel, vocabulary.json, and
 * last card.json with the SHA-256 of the others. Nothing is overwritten. Whoever wants the folder to appear whole or not
 * at all writes into a temporary one and renames it.
 *
 * @returns the card, and the bytes of all four files
 * @throws AesopError `model-not-finite`, `model-overflows`, and what the values throw
 */
export async function saveParts(
  folder: string,
  { config, values, vocabulary, card: details }: ModelParts,
): Promise<{ card: ModelCard; bytes: number }> {
  const topology = layersModelJson(config, details.versions.aesop ?? '');
  const weightsFile = await writeWeights(join(folder, 'weights.bin'), config, values, details.id);
  const modelFile = await writeNew(join(folder, 'model.json'), json(topology, 1));
  const vocabularyFile = await writeNew(join(folder, 'vocabulary.json'), json(vocabulary));
  const card: ModelCard = {
    ...details,
    version: versionOf('card'),
    vocabularySize: vocabulary.size,
    parameters: weightCount(config, vocabulary.size),
    files: {
      'model.json': modelFile.sha256,
      'weights.bin': weightsFile.sha256,
      'vocabulary.json': vocabularyFile.sha256,
    },
  };
  const cardFile = await writeNew(join(folder, 'card.json'), json(card, 2));
  const bytes = weightsFile.bytes + modelFile.bytes + vocabularyFile.bytes + cardFile.bytes;
  return { card, bytes };
}

/** Writes a model that an engine holds, as `saveParts` does. */
export function saveModel(
  folder: string,
  { model, vocabulary, card }: { model: LanguageModel; vocabulary: Vocabulary; card: CardDetails },
): Promise<{ card: ModelCard; bytes: number }> {
  return saveParts(folder, { config: model.config, values: valuesOf(model), vocabulary, card });
}
