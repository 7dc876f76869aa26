import type { Hyperparameters } from './hyperparameters.ts';

/** What decides how many weights a network has, beside its vocabulary. */
export type NetworkShape = Pick<Hyperparameters, 'input' | 'embeddingSize' | 'layers' | 'units' | 'tieWeights'>;

function inputWidth(h: NetworkShape, vocabularySize: number): number {
  if (h.input === 'embedding') return h.embeddingSize;
  return h.input === 'one-hot' ? vocabularySize : 1;
}

/** Inputs of each layer. */
export function layerInputs(h: NetworkShape, vocabularySize: number): number[] {
  return Array.from({ length: h.layers }, (_, layer) => (layer === 0 ? inputWidth(h, vocabularySize) : h.units));
}

/** How many weights a network of that shape has. */
export function weightCount(h: NetworkShape, vocabularySize: number): number {
  const layers = layerInputs(h, vocabularySize).reduce((sum, inputs) => sum + (inputs + h.units + 1) * 4 * h.units, 0);
  const embedding = h.input === 'embedding' ? vocabularySize * h.embeddingSize : 0;
  return embedding + layers + (h.tieWeights ? 0 : h.units * vocabularySize) + vocabularySize;
}

/** Bytes of weights.bin: float32, and tied weights twice, as a plain model must hold them. */
export function weightsFileBytes(h: NetworkShape, vocabularySize: number): number {
  return 4 * (weightCount(h, vocabularySize) + (h.tieWeights ? h.units * vocabularySize : 0));
}

/** Numbers up to which a table that is read by rows still moves as a whole: sparing rows would cost more than it saves. */
const WHOLE = 2 ** 18;

/** Whether the gradient of such a table is dense; else rows that a batch does not name rest, and so do their slots. */
export const movesWhole = ([rows, columns]: readonly number[]): boolean => rows * columns <= WHOLE;
