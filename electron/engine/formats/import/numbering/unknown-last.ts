import { Vocabulary, UNKNOWN } from '../../../text/vocabulary/vocabulary.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { FoundVocabulary } from '../vocabulary/find-vocabulary.ts';

/** How programs mark what they have no number for: Keras' Tokenizer and TextVectorization, fastai, fairseq and others. */
const MARKS = ['<unk>', '<oov>', '[unk]', '[oov]', '<unknown>', 'xxunk', '<|unk|>'];

/** Rows of so many numbers each, one of them moved behind all others. */
function rowLast(values: Float32Array, row: number, width: number): Float32Array {
  const moved = values.slice();
  moved.copyWithin(row * width, (row + 1) * width);
  moved.set(values.subarray(row * width, (row + 1) * width), moved.length - width);
  return moved;
}

/** The same of a column. */
function columnLast(values: Float32Array, column: number, columns: number): Float32Array {
  const moved = values.slice();
  for (let at = 0; at < moved.length; at += columns) {
    moved.copyWithin(at + column, at + column + 1, at + columns);
    moved[at + columns - 1] = values[at + column];
  }
  return moved;
}

/** A model whose symbol `id` has the last number; those behind it have one less. */
function numberedLast(model: ForeignModel, id: number): ForeignModel {
  const { vocabularySize, input } = model.network;
  const table = input === 'embedding' ? 'embedding/embeddings' : 'lstm_0/kernel';
  return {
    ...model,
    async weight(name) {
      const values = await model.weight(name);
      if (name === table) return rowLast(values, id, values.length / vocabularySize);
      if (name === 'output/kernel' || name === 'output/bias') return columnLast(values, id, vocabularySize);
      return values;
    },
  };
}

/**
 * What another program reads for words that it does not know becomes our `<unk>`, which is never told and has the last
 * number. Exact, but for bare numbers, whose order the network learnt: they stay as they are.
 */
export function unknownLast(
  model: ForeignModel,
  found: FoundVocabulary,
): { model: ForeignModel; found: FoundVocabulary } {
  const { vocabulary, form } = found;
  // a text may hold a word that looks like the mark, and ours say whether it is one
  if (form === 'own' || form === 'table') return { model, found };
  const { symbols, counts, unknownId } = vocabulary;
  const ids = symbols.flatMap((symbol, id) => (MARKS.includes(symbol.toLowerCase()) ? [id] : []));
  if (unknownId !== undefined || ids.length !== 1 || model.network.input === 'ordinal') return { model, found };
  const [id] = ids;
  const others = <T>(list: readonly T[]) => list.filter((_, at) => at !== id);
  const marked = new Vocabulary(
    vocabulary,
    [...others(symbols), UNKNOWN],
    [...others([...counts]), counts[id]],
    true,
    vocabulary.icu,
  );
  return { model: numberedLast(model, id), found: { ...found, vocabulary: marked } };
}
