import type { ModelConfig, Parameter, Batch } from '../../../electron/engine/model/index.ts';

/** Mean loss of a language model in plain float64 arithmetic, written from the equations, without dropout. */
export type Weights = Record<string, Float64Array>;

export function weightsOf(parameters: readonly Parameter[]): Weights {
  return Object.fromEntries(parameters.map((each) => [each.name, Float64Array.from(each.values())]));
}

const SQUASH: Record<ModelConfig['gates'], (x: number) => number> = {
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  'hard-sigmoid': (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
};

function inputVector(config: ModelConfig, weights: Weights, id: number): number[] {
  if (config.input === 'ordinal') return [id];
  if (config.input === 'one-hot') return Array.from({ length: config.vocabularySize }, (_, k) => (k === id ? 1 : 0));
  const size = config.embeddingSize;
  return Array.from(weights.embedding.subarray(id * size, (id + 1) * size));
}

function cellStep(
  squash: (x: number) => number,
  weights: Weights,
  layer: number,
  x: number[],
  cell: number[],
  output: number[],
): [number[], number[]] {
  const units = cell.length;
  const matrix = weights[`lstm_${layer}/weights`];
  const bias = weights[`lstm_${layer}/bias`];
  const joined = [...x, ...output];
  const gate = (column: number): number =>
    joined.reduce((sum, value, row) => sum + value * matrix[row * 4 * units + column], bias[column]);
  const next = cell.map((c, u) => squash(gate(units + u)) * c + squash(gate(u)) * Math.tanh(gate(2 * units + u)));
  return [next, next.map((c, u) => squash(gate(3 * units + u)) * Math.tanh(c))];
}

function lossAt(
  config: ModelConfig,
  weights: Weights,
  hidden: number[],
  { targets, drawn }: Batch,
  at: number,
): number {
  const { vocabularySize, units } = config;
  const weight = (u: number, v: number): number =>
    config.tieWeights ? weights.embedding[v * units + u] : weights['output/weights'][u * vocabularySize + v];
  const logit = (v: number): number => hidden.reduce((sum, h, u) => sum + h * weight(u, v), weights['output/bias'][v]);
  const logits = drawn
    ? Array.from(drawn.ids, (v, k) => logit(v) + drawn.corrections[k])
    : Array.from({ length: vocabularySize }, (_, v) => logit(v));
  const greatest = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - greatest), 0);
  return greatest + Math.log(sum) - logits[drawn ? drawn.places[at] : targets[at]];
}

/** Mean loss over a batch from the zero state; over its candidates where it has some. */
export function referenceLoss(config: ModelConfig, weights: Weights, batch: Batch): number {
  const { time, lanes, inputs, targets } = batch;
  let total = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const zero = (): number[] => new Array<number>(config.units).fill(0);
    const states = Array.from({ length: config.layers }, (): [number[], number[]] => [zero(), zero()]);
    for (let t = 0; t < time; t++) {
      let x = inputVector(config, weights, inputs[t * lanes + lane]);
      states.forEach(([cell, output], layer) => {
        states[layer] = cellStep(SQUASH[config.gates], weights, layer, x, cell, output);
        x = states[layer][1];
      });
      if (config.context === 'sequence') total += lossAt(config, weights, x, batch, t * lanes + lane);
      else if (t === time - 1) total += lossAt(config, weights, x, batch, lane);
    }
  }
  return total / targets.length;
}

/** Its gradient by central differences. */
export function referenceGradient(config: ModelConfig, weights: Weights, batch: Batch): Weights {
  const step = 1e-5;
  const slope = (values: Float64Array, k: number): number => {
    const kept = values[k];
    values[k] = kept + step;
    const above = referenceLoss(config, weights, batch);
    values[k] = kept - step;
    const below = referenceLoss(config, weights, batch);
    values[k] = kept;
    return (above - below) / (2 * step);
  };
  return Object.fromEntries(
    Object.entries(weights).map(([name, values]) => [name, values.map((_, k) => slope(values, k))]),
  );
}
