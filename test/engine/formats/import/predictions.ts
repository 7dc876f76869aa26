import { weightBlocks } from '../../../../electron/engine/formats/keras-weights.ts';
import type { ForeignModel } from '../../../../electron/engine/formats/import/foreign-model.ts';
import { InferenceNetwork } from '../../../../electron/engine/inference/network.ts';
import { configOf } from './sources.ts';

function softmax(logits: ArrayLike<number>): number[] {
  const highest = Math.max(...Array.from(logits));
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** What our own network predicts behind each row with the weights of a foreign file. */
export async function ownPredictions(model: ForeignModel, rows: readonly (readonly number[])[]): Promise<number[][]> {
  const config = configOf(model.network);
  const network = new InferenceNetwork(config);
  for (const { parameter, weights } of weightBlocks(config)) {
    const parts = await Promise.all(weights.map(({ name }) => model.weight(name)));
    network.assign(parameter, Float32Array.from(parts.flatMap((part) => [...part])));
  }
  return rows.map((ids) => softmax(network.read(ids, network.start())));
}

/**
 * The same as the article on LSTMs writes it down, in float64: gates by whichever sigmoid the file asks for. Of its inputs
 * it knows embeddings and one-hot.
 */
export async function referencePredictions(
  { network, weight }: ForeignModel,
  rows: readonly (readonly number[])[],
): Promise<number[][]> {
  const { units, vocabularySize, layers, embeddingSize, input } = network;
  const squash =
    network.gates === 'hard-sigmoid'
      ? (x: number) => Math.min(1, Math.max(0, 0.2 * x + 0.5))
      : (x: number) => 1 / (1 + Math.exp(-x));
  const embeddings = input === 'embedding' ? await weight('embedding/embeddings') : undefined;
  const lstm = await Promise.all(
    Array.from({ length: layers }, (_, k) =>
      Promise.all(['kernel', 'recurrent_kernel', 'bias'].map((part) => weight(`lstm_${k}/${part}`))),
    ),
  );
  const [kernel, bias] = [await weight('output/kernel'), await weight('output/bias')];
  const times = (x: readonly number[], matrix: Float32Array, columns: number) =>
    Array.from({ length: columns }, (_, j) => x.reduce((sum, value, i) => sum + value * matrix[i * columns + j], 0));
  return rows.map((ids) => {
    const cells = lstm.map(() => new Array<number>(units).fill(0));
    const outputs = lstm.map(() => new Array<number>(units).fill(0));
    for (const id of ids) {
      let x = embeddings
        ? [...embeddings.subarray(id * embeddingSize, (id + 1) * embeddingSize)]
        : Array.from({ length: vocabularySize }, (_, other) => Number(other === id));
      lstm.forEach(([inward, recurrent, added], k) => {
        const across = times(outputs[k], recurrent, 4 * units);
        const sums = times(x, inward, 4 * units).map((sum, j) => sum + across[j] + added[j]);
        const gate = (n: number, unit: number) => sums[n * units + unit];
        cells[k] = cells[k].map((c, u) => squash(gate(1, u)) * c + squash(gate(0, u)) * Math.tanh(gate(2, u)));
        x = outputs[k] = cells[k].map((c, u) => squash(gate(3, u)) * Math.tanh(c));
      });
    }
    return softmax(times(outputs[layers - 1], kernel, vocabularySize).map((sum, j) => sum + bias[j]));
  });
}
