import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { versionOf } from '../../contract/file-formats.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { LanguageModel } from '../model/index.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { layersModelJson } from './tfjs-topology.ts';
import { writeWeights } from './weights-file.ts';

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

/**
 * Writes a model into an empty folder: model.json and weights.bin, which are a plain tf.LayersModel, vocabulary.json, and
 * last card.json with the SHA-256 of the others. Nothing is overwritten. Whoever wants the folder to appear whole or not
 * at all writes into a temporary one and renames it.
 *
 * @returns the card, and the bytes of all four files
 * @throws AesopError `model-not-finite`, `model-overflows`
 */
export async function saveModel(
  folder: string,
  { model, vocabulary, card: details }: { model: LanguageModel; vocabulary: Vocabulary; card: CardDetails },
): Promise<{ card: ModelCard; bytes: number }> {
  const json = (value: unknown, indent?: number) => `${JSON.stringify(value, null, indent)}\n`;
  const topology = layersModelJson(model.config, details.versions.aesop ?? '');
  const weightsFile = await writeWeights(join(folder, 'weights.bin'), model, details.id);
  const modelFile = await writeNew(join(folder, 'model.json'), json(topology, 1));
  const vocabularyFile = await writeNew(join(folder, 'vocabulary.json'), json(vocabulary));
  const card: ModelCard = {
    ...details,
    version: versionOf('card'),
    vocabularySize: vocabulary.size,
    parameters: model.parameterCount,
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
