import { AesopError } from '../../../contract/errors.ts';
import { JSON_BOUNDS, vocabularyBounds } from '../../../contract/limits.ts';
import type { ModelCard } from '../../../contract/model.ts';
import { parseBoundedJson } from '../../../contract/bounded-json.ts';
import type { StorytellerParts } from '../../generation/storyteller.ts';
import { InferenceNetwork } from '../../inference/network.ts';
import { modelConfig } from '../../model/model-config.ts';
import { createTokenizer } from '../../text/tokenizers/tokenizers.ts';
import { Vocabulary } from '../../text/vocabulary/vocabulary.ts';
import { weightFault } from '../weight-fault.ts';
import { SectionReader } from './section-reader.ts';
import { manifestSchema, weightsBytes, type Manifest, type Section } from './manifest.ts';
import { decodeWeights, weightEntries } from './weight-bytes.ts';

/** Where the sections of a page come from: pieces of base 64, in their order. */
export interface PageSource {
  readonly manifest: string;
  pieces(section: Section): Iterable<string>;
}

const damaged = (part: string, detail: unknown) => new AesopError('page-damaged', {}, `${part}: ${String(detail)}`);

function readManifest({ manifest }: PageSource): Manifest {
  try {
    return manifestSchema.parse(parseBoundedJson(manifest, JSON_BOUNDS.models));
  } catch (thrown) {
    throw damaged('manifest', thrown);
  }
}

/** @throws AesopError `page-damaged` where the section is not as it was written */
async function within<T>(section: Section, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw damaged(section, thrown instanceof AesopError ? `${thrown.code} ${thrown.detail}` : thrown);
  }
}

async function readVocabulary(source: PageSource, { card, bytes }: Manifest): Promise<Vocabulary> {
  const bounds = vocabularyBounds(card.vocabularySize);
  if (bytes.vocabulary > bounds.bytes) throw new RangeError(`${bytes.vocabulary} bytes are too many`);
  const reader = new SectionReader(source.pieces('vocabulary'), bytes.vocabulary);
  const text = new TextDecoder().decode(await reader.read(bytes.vocabulary));
  await reader.end();
  const vocabulary = Vocabulary.fromJSON(parseBoundedJson(text, bounds), card.id);
  if (vocabulary.size !== card.vocabularySize || vocabulary.tokenizer !== card.hyperparameters.tokenizer)
    throw new RangeError('the card is of another vocabulary');
  return vocabulary;
}

async function readNetwork(source: PageSource, { card, precision, bytes }: Manifest): Promise<InferenceNetwork> {
  if (bytes.weights !== weightsBytes(card, precision)) throw new RangeError(`${bytes.weights} bytes do not fit`);
  const network = new InferenceNetwork(modelConfig(card.hyperparameters, card.vocabularySize));
  const reader = new SectionReader(source.pieces('weights'), bytes.weights);
  const entries = weightEntries(network.config, precision);
  for (const name of new Set(entries.map(({ parameter }) => parameter))) {
    const own = entries.filter(({ parameter }) => parameter === name);
    const values = new Float32Array(own.reduce((sum, { rows, columns }) => sum + rows * columns, 0));
    let at = 0;
    for (const entry of own) {
      const end = at + entry.rows * entry.columns;
      decodeWeights(await reader.read(entry.bytes), entry, values.subarray(at, end));
      at = end;
    }
    const fault = weightFault(values);
    if (fault) throw new RangeError(`${fault} ${name}`);
    network.assign(name, values);
  }
  await reader.end();
  return network;
}

/** The list of words that Chinese is cut by; empty where the model needs none. */
export async function readWords(source: PageSource, most: number): Promise<string> {
  const { bytes } = readManifest(source);
  const { words = 0 } = bytes;
  return within('words', async () => {
    if (words === 0) return '';
    if (words > most) throw new RangeError(`${words} bytes are too many`);
    const reader = new SectionReader(source.pieces('words'), words);
    const text = new TextDecoder().decode(await reader.read(words));
    await reader.end();
    if (!text.endsWith('\n')) throw new RangeError('its last line does not end');
    return text;
  });
}

/**
 * The model of a page, checked; one matrix at a time is in memory beside the network.
 * @throws AesopError `page-damaged`
 */
export async function readStoryteller(source: PageSource): Promise<StorytellerParts & { readonly card: ModelCard }> {
  const manifest = readManifest(source);
  const vocabulary = await within('vocabulary', () => readVocabulary(source, manifest));
  const network = await within('weights', () => readNetwork(source, manifest));
  return { network, vocabulary, tokenizer: createTokenizer(vocabulary.tokenizer, vocabulary), card: manifest.card };
}
