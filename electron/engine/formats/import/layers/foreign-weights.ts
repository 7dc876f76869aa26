import { message } from '../../../../contract/message.ts';
import { damaged, reading } from '../faults.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { StoredWeight } from '../stored-weight.ts';
import type { Layer } from './description.ts';
import { fromCudnn, padGates, scaleGates, sumOfHalves } from './gates.ts';
import { networkOf } from './network.ts';
import type { Plan, PlannedLstm } from './plan.ts';

/** The weights of a layer in the order in which Keras has them, whatever they are called. */
export type WeightsOf = (layer: Layer) => Promise<readonly StoredWeight[]>;

type Read = () => Promise<Float32Array>;

const said = (shape: readonly number[]) => `[${shape.join(', ')}]`;

/** @throws Fault where a layer has more or fewer weights */
async function counted(weightsOf: WeightsOf, layer: Layer, expected: number): Promise<readonly StoredWeight[]> {
  const weights = await weightsOf(layer);
  const count = weights.length;
  if (count !== expected) throw damaged(message('networks.weights-lacking', { layer: layer.name, count, expected }));
  return weights;
}

/** @throws Fault where a layer has other weights than of these shapes */
async function shaped(
  weightsOf: WeightsOf,
  layer: Layer,
  shapes: readonly (readonly number[])[],
): Promise<readonly StoredWeight[]> {
  const weights = await counted(weightsOf, layer, shapes.length);
  weights.forEach(({ name, shape }, at) => {
    const expected = said(shapes[at]);
    if (said(shape) !== expected)
      throw damaged(message('networks.weight-shape', { weight: name, shape: said(shape), expected }));
  });
  return weights;
}

const lstmCount = ({ bias }: PlannedLstm) => (bias ? 3 : 2);

/** The three weights of an LSTM layer among wider ones. */
function lstmWeights(
  { units, bias, scale, layer }: PlannedLstm,
  [kernel, recurrent, added]: readonly StoredWeight[],
  rows: number,
  to: { readonly rows: number; readonly units: number },
): readonly [kernel: Read, recurrent: Read, bias: Read] {
  const cudnn = layer.kind === 'CuDNNLSTM';
  const gates =
    (weight: StoredWeight, rows: number, toRows: number): Read =>
    async () => {
      const stored = { values: await weight.read(), rows, units };
      const matrix = cudnn ? { ...stored, values: fromCudnn(stored) } : stored;
      scaleGates(matrix, scale);
      return padGates(matrix, toRows, to.units);
    };
  return [
    gates(kernel, rows, to.rows),
    gates(recurrent, units, to.units),
    async () => {
      if (!bias) return new Float32Array(4 * to.units);
      const stored = await added.read();
      const vector = { values: cudnn ? sumOfHalves(stored) : stored, rows: 1, units };
      scaleGates(vector, scale);
      return padGates(vector, 1, to.units);
    },
  ];
}

/** A matrix with more rows, all zeros. */
function moreRows(values: Float32Array, numbers: number): Float32Array {
  if (values.length === numbers) return values;
  const padded = new Float32Array(numbers);
  padded.set(values);
  return padded;
}

/**
 * The model of a plan over the weights of a file.
 * @param file how errors call it
 * @throws Fault where the weights are not those of the plan, or we have no such network
 */
export async function foreignModel(file: string, plan: Plan, weightsOf: WeightsOf): Promise<ForeignModel> {
  const { embedding, lstm, output } = plan;
  const [first] = await counted(weightsOf, lstm[0].layer, lstmCount(lstm[0]));
  const width = embedding?.width ?? first.shape[0] ?? 0;
  const network = networkOf(plan, width);
  const reads = new Map<string, Read>();
  if (embedding) {
    const [embeddings] = await shaped(weightsOf, embedding.layer, [[embedding.symbols, embedding.width]]);
    reads.set('embedding/embeddings', () => embeddings.read());
  }
  for (const [at, each] of lstm.entries()) {
    const rows = at === 0 ? width : lstm[at - 1].units;
    const columns = 4 * each.units;
    const biases = each.layer.kind === 'CuDNNLSTM' ? 2 * columns : columns;
    const shapes = [[rows, columns], [each.units, columns], [biases]].slice(0, lstmCount(each));
    const weights = await shaped(weightsOf, each.layer, shapes);
    const to = { rows: at === 0 ? width : network.units, units: network.units };
    const [kernel, recurrent, bias] = lstmWeights(each, weights, rows, to);
    reads.set(`lstm_${at}/kernel`, kernel).set(`lstm_${at}/recurrent_kernel`, recurrent).set(`lstm_${at}/bias`, bias);
  }
  const { symbols } = output;
  const shape = [lstm[lstm.length - 1].units, symbols];
  const [kernel, bias] = await shaped(weightsOf, output.layer, output.bias ? [shape, [symbols]] : [shape]);
  reads.set('output/kernel', async () => moreRows(await kernel.read(), network.units * symbols));
  reads.set('output/bias', async () => (output.bias ? bias.read() : new Float32Array(symbols)));
  return {
    network,
    ...(plan.name !== undefined && { name: plan.name }),
    ...(network.input === 'ordinal' && !plan.ours && { scaleUnsaid: true }),
    weight(name) {
      const read = reads.get(name);
      if (!read) throw new Error(`no weight ${name}`);
      return reading(file, read);
    },
  };
}
