import { inputWidth, type ModelConfig } from '../model/model-config.ts';
import { squashing } from './lstm-layer.ts';

/** What one layer does at one symbol, each [units]. */
export interface TracedStep {
  readonly input: Float64Array;
  readonly forget: Float64Array;
  readonly candidate: Float64Array;
  readonly output: Float64Array;
  readonly cell: Float64Array;
  readonly hidden: Float64Array;
}

export interface Traced {
  /** what each symbol enters the first layer as, [symbols][inputs] */
  readonly inputs: readonly Float64Array[];
  /** [layers][symbols] */
  readonly layers: readonly (readonly TracedStep[])[];
  /** [vocabulary] */
  readonly logits: Float32Array;
}

/** Weights by the names and shapes of `LanguageModel.parameters`. */
type Weights = Readonly<Record<string, { readonly data: Float32Array }>>;

/** start + x · matrix, the matrix [x.length, columns] from row `row` on. */
function product(start: Float64Array, x: Float64Array, matrix: Float32Array, row = 0): Float64Array {
  const columns = start.length;
  const sums = Float64Array.from(start);
  for (let k = 0; k < x.length; k++)
    if (x[k] !== 0) for (let c = 0; c < columns; c++) sums[c] += x[k] * matrix[(row + k) * columns + c];
  return sums;
}

/** One step of a layer, [units] from [inputs]; gates lie in the order i, f, c, o. */
function stepOf(
  weights: Float32Array,
  bias: Float64Array,
  x: Float64Array,
  before: TracedStep | undefined,
  squash: (x: number) => number,
): TracedStep {
  const units = bias.length / 4;
  const fromInput = product(bias, x, weights);
  const gates = before ? product(fromInput, before.hidden, weights, x.length) : fromInput;
  const part = (k: number, of: (value: number) => number) => gates.slice(k * units, (k + 1) * units).map(of);
  const [input, forget, candidate, output] = [part(0, squash), part(1, squash), part(2, Math.tanh), part(3, squash)];
  const cell = input.map((gate, u) => gate * candidate[u] + forget[u] * (before?.cell[u] ?? 0));
  return { input, forget, candidate, output, cell, hidden: output.map((gate, u) => gate * Math.tanh(cell[u])) };
}

function entersAs(id: number, config: ModelConfig, weights: Weights): Float64Array {
  const { input, embeddingSize: size } = config;
  if (input === 'embedding') return Float64Array.from(weights.embedding.data.subarray(id * size, (id + 1) * size));
  if (input === 'ordinal') return Float64Array.of(id);
  return new Float64Array(inputWidth(config)).fill(1, id, id + 1);
}

/**
 * Reads a context from nothing and keeps every number on the way, in plain loops over the weights as they are stored: a
 * few symbols are to be looked at, not told.
 * @param ids at least one
 */
export function trace(config: ModelConfig, weights: Weights, ids: ArrayLike<number>): Traced {
  const inputs = Array.from(ids, (id) => entersAs(id, config, weights));
  const squash = squashing(config.gates === 'hard-sigmoid');
  const layers: TracedStep[][] = [];
  let x: readonly Float64Array[] = inputs;
  for (let k = 0; k < config.layers; k++) {
    const bias = Float64Array.from(weights[`lstm_${k}/bias`].data);
    const steps: TracedStep[] = [];
    for (const each of x) steps.push(stepOf(weights[`lstm_${k}/weights`].data, bias, each, steps.at(-1), squash));
    layers.push(steps);
    x = steps.map(({ hidden }) => hidden);
  }
  const last = x[x.length - 1];
  const bias = Float64Array.from(weights['output/bias'].data);
  return {
    inputs,
    layers,
    logits: Float32Array.from(
      config.tieWeights ? tied(bias, last, weights) : product(bias, last, weights['output/weights'].data),
    ),
  };
}

/** Where the embedding serves as the output's weights, [vocabulary, units]. */
function tied(bias: Float64Array, hidden: Float64Array, { embedding: { data } }: Weights): Float64Array {
  return bias.map((start, id) => hidden.reduce((sum, value, u) => sum + value * data[id * hidden.length + u], start));
}
