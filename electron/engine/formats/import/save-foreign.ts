import type { ForeignFormatName } from '../../../contract/foreign-formats.ts';
import { defaultHyperparameters, type Hyperparameters } from '../../../contract/hyperparameters.ts';
import { cutText, LONGEST } from '../../../contract/limits.ts';
import { readConfig } from '../../model/model-config.ts';
import type { ModelCard } from '../../../contract/model.ts';
import type { Vocabulary } from '../../text/vocabulary/vocabulary.ts';
import { sizeOf, weightBlocks, type WeightBlock } from '../keras-weights.ts';
import type { ExportControl } from '../leaving-model.ts';
import { saveParts } from '../save-model.ts';
import type { ForeignModel, ForeignNetwork } from './foreign-model.ts';
import { reading } from './faults.ts';
import type { FoundVocabulary } from './vocabulary/find-vocabulary.ts';

/** A foreign model with what it will be here. */
export interface Adopted {
  readonly format: ForeignFormatName;
  readonly model: ForeignModel;
  readonly found: FoundVocabulary;
  readonly id: string;
  readonly name: string;
  /** as the person called it */
  readonly file: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The settings that a foreign network says; all others are at their defaults, and no card tells them. */
function hyperparametersOf(network: ForeignNetwork, { tokenizer, lowercase }: Vocabulary): Hyperparameters {
  const { vocabularySize: _, embeddingSize, windowLength, ...said } = network;
  return {
    ...defaultHyperparameters(),
    ...{ dropout: 0, tokenizer, lowercase },
    ...said,
    ...(network.input === 'embedding' && { embeddingSize }),
    ...(network.context === 'window' && { windowLength }),
  };
}

/**
 * Writes a foreign model as one of ours into an empty folder, weight by weight.
 * @throws AesopError `model-not-finite`, `model-overflows`, `foreign-damaged` where it ends early; AbortError
 */
export async function saveForeign(
  folder: string,
  { format, model, found, id, name, file, versions }: Adopted,
  { signal, progress }: ExportControl,
): Promise<ModelCard> {
  const { vocabulary } = found;
  const hyperparameters = hyperparametersOf(model.network, vocabulary);
  const config = readConfig(hyperparameters, vocabulary.size);
  const total = weightBlocks(config).flatMap((block) => block.weights).length;
  let done = 0;
  async function* values({ weights }: WeightBlock): AsyncGenerator<Float32Array> {
    for (const weight of weights) {
      signal.throwIfAborted();
      const numbers = await model.weight(weight.name);
      if (numbers.length !== sizeOf(weight)) throw new Error(`${weight.name}: ${numbers.length} numbers`);
      yield numbers;
      progress(++done / total);
    }
  }
  const shown = (text: string) => cutText(text, LONGEST.name);
  const card = {
    ...{ id, name, hyperparameters, versions },
    origin: { format, file: shown(file), vocabulary: shown(found.file), form: found.form },
    metrics: { loss: null, accuracy: null, perplexity: null },
    prompt: cutText(model.prompt ?? '', LONGEST.prompt),
    createdAt: new Date().toISOString(),
  };
  const saved = await reading(file, () => saveParts(folder, { config, values, vocabulary, card }));
  return saved.card;
}
