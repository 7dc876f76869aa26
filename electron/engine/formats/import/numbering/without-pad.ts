import { AesopError } from '../../../../contract/errors.ts';
import { Vocabulary } from '../../../text/vocabulary/vocabulary.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { FoundVocabulary } from '../vocabulary/find-vocabulary.ts';
import { tokenizerFor } from '../vocabulary/as-vocabulary.ts';

/** How programs mark what fills a line up: Keras' TextVectorization with nothing at all, fastai and others by a word. */
const PADS = ['', '<pad>', '[pad]', '<padding>', 'xxpad', '<|pad|>', '<blank>'];

/** Numbers in rows of so many, without one of them. */
function withoutRow(values: Float32Array, row: number, width: number): Float32Array {
  const rest = new Float32Array(values.length - width);
  rest.set(values.subarray(0, row * width));
  rest.set(values.subarray((row + 1) * width), row * width);
  return rest;
}

const withoutColumn = (values: Float32Array, column: number, columns: number): Float32Array =>
  values.filter((_, at) => at % columns !== column);

/** A model without the symbol `id`; those behind it have one less. */
function without(model: ForeignModel, id: number): ForeignModel {
  const { network } = model;
  const { vocabularySize, input } = network;
  const table = input === 'embedding' ? 'embedding/embeddings' : input === 'one-hot' ? 'lstm_0/kernel' : undefined;
  return {
    ...model,
    network: { ...network, vocabularySize: vocabularySize - 1 },
    async weight(name) {
      const values = await model.weight(name);
      if (name === table) return withoutRow(values, id, values.length / vocabularySize);
      if (name === 'output/kernel' || name === 'output/bias') return withoutColumn(values, id, vocabularySize);
      // what was 1 is 0 now, and reads as if it were 1
      if (input !== 'ordinal' || id > 0 || name !== 'lstm_0/bias') return values;
      const step = await model.weight('lstm_0/kernel');
      return values.map((value, at) => value + step[at]);
    },
  };
}

/** The vocabulary of the others, cut as these are. */
function others({ vocabulary, ...found }: FoundVocabulary, id: number): FoundVocabulary {
  const symbols = vocabulary.symbols.filter((_, at) => at !== id);
  const counts = vocabulary.counts.filter((_, at) => at !== id);
  const { lowercase, unknownId, icu } = vocabulary;
  const settings = { ...tokenizerFor(symbols), lowercase };
  return { ...found, vocabulary: new Vocabulary(settings, symbols, counts, unknownId !== undefined, icu) };
}

/**
 * What another program fills lines up with is no symbol here: nobody reads it, and it is never told. The chances of all others
 * are to each other as they were. Where bare numbers are read it stays unless it is the first or the last of them.
 * @param name how errors call the model
 * @throws AesopError `vocabulary-skipped` where the network passes over what the vocabulary has for a symbol
 */
export function withoutPad(
  model: ForeignModel,
  found: FoundVocabulary,
  name: string,
): { model: ForeignModel; found: FoundVocabulary } {
  const { vocabulary, form, file } = found;
  const { symbols } = vocabulary;
  const isOurs = form === 'own' || form === 'table';
  const ids = isOurs ? [] : symbols.flatMap((symbol, id) => (PADS.includes(symbol.toLowerCase()) ? [id] : []));
  if (model.skipsZero && ids[0] !== 0) throw new AesopError('vocabulary-skipped', { name, file, symbol: symbols[0] });
  const [id] = ids;
  const isInside = id > 0 && id < symbols.length - 1;
  if (ids.length !== 1 || symbols.length < 2 || (model.network.input === 'ordinal' && isInside))
    return { model, found };
  return { model: without(model, id), found: others(found, id) };
}
