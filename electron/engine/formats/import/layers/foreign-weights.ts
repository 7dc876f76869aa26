import { reading } from '../faults.ts';
import type { ForeignModel } from '../foreign-model.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { affineCount, affinesOf, product, type Affine } from './affine.ts';
import { fromCudnn, padGates, scaleGates, sumOfHalves } from './gates.ts';
import { networkOf } from './network.ts';
import type { Plan, PlannedLstm } from './plan.ts';
import { counted, shaped, type WeightsOf } from './shaped-weights.ts';

type Read = () => Promise<Float32Array>;

const lstmCount = ({ bias }: PlannedLstm) => (bias ? 3 : 2);

/** The three weights of an LSTM layer among wider ones, what comes before it folded into them. */
function lstmWeights(
  { units, bias, scale, layer }: PlannedLstm,
  [kernel, recurrent, added]: readonly StoredWeight[],
  before: { readonly rows: number; readonly affine: Affine },
  to: { readonly rows: number; readonly units: number },
): readonly [kernel: Read, recurrent: Read, bias: Read] {
  const cudnn = layer.kind === 'CuDNNLSTM';
  const columns = 4 * units;
  const plain = async (weight: StoredWeight, rows: number) => {
    const values = await weight.read();
    return cudnn ? fromCudnn({ values, rows, units }) : values;
  };
  const finished = (values: Float32Array, rows: number, toRows: number) => {
    scaleGates({ values, rows, units }, scale);
    return padGates({ values, rows, units }, toRows, to.units);
  };
  return [
    async () => {
      const matrix = await plain(kernel, before.affine.columns);
      return finished(await before.affine.into(matrix, columns), before.rows, to.rows);
    },
    async () => finished(await plain(recurrent, units), units, to.units),
    async () => {
      const stored = bias ? await added.read() : new Float32Array(columns);
      const own = cudnn ? sumOfHalves(stored) : stored;
      return finished(await withShift(own, before, () => plain(kernel, before.affine.columns)), 1, 1);
    },
  ];
}

/** A bias with what layers before it add, as the matrix between them has it. */
async function withShift(
  bias: Float32Array,
  { rows, affine }: { readonly rows: number; readonly affine: Affine },
  matrix: Read,
): Promise<Float32Array> {
  const shift = await affine.of(new Float32Array(rows));
  if (shift.every((value) => value === 0)) return bias;
  const told = product(shift, await matrix(), shift.length, bias.length);
  return bias.map((value, at) => value + told[at]);
}

/** A matrix with more rows, all zeros. */
function moreRows(values: Float32Array, numbers: number): Float32Array {
  if (values.length === numbers) return values;
  const padded = new Float32Array(numbers);
  padded.set(values);
  return padded;
}

/** Numbers that a symbol is to the network. */
async function inputWidth({ embedding, lstm }: Plan, weightsOf: WeightsOf): Promise<number> {
  if (embedding) return embedding.width;
  const affine = lstm[0].before.find(({ kind }) => kind !== 'rescale');
  const [first] = affine
    ? await counted(weightsOf, affine.layer, affineCount(affine))
    : await counted(weightsOf, lstm[0].layer, lstmCount(lstm[0]));
  return first.shape[0] ?? 0;
}

/** Kernel and bias of the output, what comes before and behind it folded into them. */
async function outputWeights(
  { output, lstm }: Plan,
  weightsOf: WeightsOf,
): Promise<readonly [kernel: Read, bias: Read]> {
  const rows = lstm[lstm.length - 1].units;
  const { symbols } = output;
  const affine = await affinesOf(weightsOf, output.before, rows, symbols);
  const behind = await affinesOf(weightsOf, output.behind, symbols, rows);
  const shape = [affine.columns, symbols];
  const [kernel, bias] = await shaped(weightsOf, output.layer, output.bias ? [shape, [symbols]] : [shape]);
  return [
    async () => behind.behind(await affine.into(await kernel.read(), symbols)),
    async () => {
      const own = output.bias ? await bias.read() : new Float32Array(symbols);
      return behind.of(await withShift(own, { rows, affine }, () => kernel.read()));
    },
  ];
}

/**
 * The model of a plan over the weights of a file.
 * @param file how errors call it
 * @throws Fault where the weights are not those of the plan, or we have no such network
 */
export async function foreignModel(file: string, plan: Plan, weightsOf: WeightsOf): Promise<ForeignModel> {
  const { embedding, lstm } = plan;
  const width = await inputWidth(plan, weightsOf);
  const network = networkOf(plan, width);
  const { units } = network;
  const reads = new Map<string, Read>();
  if (embedding) {
    const [embeddings] = await shaped(weightsOf, embedding.layer, [[embedding.symbols, embedding.width]]);
    reads.set('embedding/embeddings', () => embeddings.read());
  }
  for (const [at, each] of lstm.entries()) {
    const rows = at === 0 ? width : lstm[at - 1].units;
    const columns = 4 * each.units;
    const before = { rows, affine: await affinesOf(weightsOf, each.before, rows, columns) };
    const biases = each.layer.kind === 'CuDNNLSTM' ? 2 * columns : columns;
    const shapes = [[before.affine.columns, columns], [each.units, columns], [biases]].slice(0, lstmCount(each));
    const weights = await shaped(weightsOf, each.layer, shapes);
    const [kernel, recurrent, bias] = lstmWeights(each, weights, before, { rows: at === 0 ? width : units, units });
    reads.set(`lstm_${at}/kernel`, kernel).set(`lstm_${at}/recurrent_kernel`, recurrent).set(`lstm_${at}/bias`, bias);
  }
  const [kernel, bias] = await outputWeights(plan, weightsOf);
  reads.set('output/kernel', async () => moreRows(await kernel(), units * plan.output.symbols));
  reads.set('output/bias', bias);
  return {
    network,
    ...(plan.name !== undefined && { name: plan.name }),
    ...(network.input === 'ordinal' && !plan.ours && { scaleUnsaid: true }),
    // ones among zeros are never all zeros
    ...(plan.skipsZero && network.input !== 'one-hot' && { skipsZero: true }),
    weight(name) {
      const read = reads.get(name);
      if (!read) throw new Error(`no weight ${name}`);
      return reading(file, read);
    },
  };
}
