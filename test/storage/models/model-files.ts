import { createHash } from 'node:crypto';
import { weightsFileBytes } from '../../../electron/contract/network-size.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import type { ModelCard } from '../../../electron/contract/model.ts';
import { layersModelJson } from '../../../electron/engine/formats/tfjs-topology.ts';
import { modelConfig } from '../../../electron/engine/model/model-config.ts';
import type { ModelFile } from '../../../electron/storage/models/model-intake.ts';

export type ModelContents = Record<ModelFile, Buffer>;
type Json = Record<string, unknown>;

const WORDS = ['the', 'mice', ',', 'cat', '猫', 'bell', '.', 'had', 'a', 'general', 'council', '<unk>'];

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The files with the hashes on their card made good, as somebody who means harm would make them. */
export function withHashes(files: ModelContents): ModelContents {
  const card = JSON.parse(files['card.json'].toString()) as ModelCard;
  for (const file of ['model.json', 'vocabulary.json', 'weights.bin'] as const) card.files[file] = sha256(files[file]);
  return { ...files, 'card.json': Buffer.from(JSON.stringify(card)) };
}

/** One JSON file of them changed, and its hash made good. */
export function withJson(files: ModelContents, file: ModelFile, change: (json: Json) => unknown): ModelContents {
  const json = JSON.parse(files[file].toString()) as Json;
  const changed = { ...files, [file]: Buffer.from(JSON.stringify(change(json) ?? json)) };
  return file === 'card.json' ? changed : withHashes(changed);
}

/** The four files of a small whole model, made without an engine. */
export function modelContents(settings: Partial<Hyperparameters> = {}, words = WORDS): ModelContents {
  const hyperparameters = {
    ...defaultHyperparameters(),
    ...{ tokenizer: 'whitespace' as const, embeddingSize: 5, units: 6, windowLength: 2 },
    ...settings,
  };
  const unknownId = words.indexOf('<unk>');
  const vocabulary = {
    version: 1,
    tokenizer: hyperparameters.tokenizer,
    lowercase: hyperparameters.lowercase,
    symbols: words,
    counts: words.map((_, id) => words.length - id),
    ...(unknownId < 0 ? {} : { unknownId }),
    icu: '76.1',
  };
  const bytes = weightsFileBytes(hyperparameters, words.length);
  const weights = Float32Array.from({ length: bytes / 4 }, (_, n) => Math.sin(n * n + 1));
  const card: ModelCard = {
    version: 1,
    id: 'made',
    name: 'Made',
    corpus: { name: 'Fable', sha256: '0'.repeat(64), symbols: 44, language: 'en' },
    hyperparameters,
    vocabularySize: words.length,
    parameters: weights.length,
    step: 10,
    seconds: 1,
    metrics: { loss: 1, accuracy: 0.5, perplexity: 2.7 },
    prompt: words.slice(0, 2).join(' '),
    engine: 'test',
    versions: { aesop: '0.0.0' },
    createdAt: '2026-01-01T00:00:00Z',
    files: {},
  };
  return withHashes({
    'card.json': Buffer.from(JSON.stringify(card, null, 2)),
    'model.json': Buffer.from(JSON.stringify(layersModelJson(modelConfig(hyperparameters, words.length), '0.0.0'))),
    'vocabulary.json': Buffer.from(JSON.stringify(vocabulary)),
    'weights.bin': Buffer.from(weights.buffer),
  });
}
