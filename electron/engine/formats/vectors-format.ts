import type { ModelFormat } from './format.ts';
import type { LeavingModel } from './leaving-model.ts';
import { writeLines } from './write-lines.ts';

/** Numbers in memory at once, 16 MB. */
const PIECE = 2 ** 22;
/** Telling digits: as many as float32 has. */
const DIGITS = 8;

/** What stands for white space, as SentencePiece writes it: programs split the lines there. */
const SPACE = '▁';
const EMPTY = '<0x>';
const named = (character: string) => `<0x${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}>`;

/** A symbol as a word without white space; no two symbols are written alike. */
export function asWord(symbol: string): string {
  if (symbol === '') return EMPTY;
  return symbol.replace(/[\s▁\u0085]/gu, (character) => (character === ' ' ? SPACE : named(character)));
}

const shown = (value: number) => value.toPrecision(DIGITS);

/** The rows of the embedding, in their order. */
async function* embeddingRows(model: LeavingModel, width: number): AsyncGenerator<Float32Array> {
  const together = Math.max(1, Math.floor(PIECE / width)) * width;
  for await (const { weight, values } of model.weights(together))
    if (weight.name === 'embedding/embeddings')
      for (let at = 0; at < values.length; at += width) yield values.subarray(at, at + width);
}

/**
 * The columns of the output's weights, which stand for the symbols where no embedding does: as far as they differ, since a
 * vector added to all of them changes no probability.
 */
async function* outputColumns(model: LeavingModel, width: number): AsyncGenerator<Float32Array> {
  const { vocabularySize } = model.config;
  const means = new Float64Array(width);
  for await (const { weight, from, values } of model.weights())
    if (weight.name === 'output/kernel')
      for (let at = 0; at < values.length; at++)
        means[Math.floor((from + at) / vocabularySize)] += values[at] / vocabularySize;
  for await (const values of model.transposed('output/kernel'))
    for (let at = 0; at < values.length; at += width)
      yield values.subarray(at, at + width).map((value, k) => value - means[k]);
}

async function* lines(model: LeavingModel): AsyncGenerator<string> {
  const { config, vocabulary } = model;
  const embedded = config.input === 'embedding';
  const width = embedded ? config.embeddingSize : config.units;
  const rows = embedded ? embeddingRows(model, width) : outputColumns(model, width);
  yield `${vocabulary.size} ${width}\n`;
  let id = 0;
  for await (const row of rows) yield `${asWord(vocabulary.symbol(id++))} ${Array.from(row, shown).join(' ')}\n`;
}

/** What stands for each symbol, in the text form of word2vec: a symbol and its numbers on each line. */
export const vectors: ModelFormat = {
  write: (model, place) => writeLines(place, lines(model), model.control.signal),
};
