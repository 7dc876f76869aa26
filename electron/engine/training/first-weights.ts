import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Variable, VariableSpec } from '../kernels/arithmetic.ts';
import { modelConfig } from '../model/model-config.ts';
import { createNetwork, networkParameters } from '../model/network.ts';
import { Random } from '../random.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { STREAM } from './streams.ts';
import type { NamedArrays } from './types.ts';

/** A variable that nothing computes with. */
function drawn({ shape, gates, byRows = false, values }: VariableSpec): Variable {
  const size = shape.reduce((product, n) => product * n, 1);
  let held = typeof values === 'number' ? new Float32Array(size).fill(values) : values;
  return {
    shape,
    gates,
    byRows,
    values: () => held,
    assign: (assigned) => void (held = assigned),
    dispose: () => {},
  };
}

/** The weights that a run's seed gives it to begin with; no engine is needed for them. */
export function firstWeights(h: Hyperparameters, { size }: Pick<Vocabulary, 'size'>): NamedArrays {
  const random = new Random(h.seed).fork(STREAM.weights);
  const network = createNetwork(modelConfig(h, size), { createVariable: drawn }, random);
  const arrays = networkParameters(network).map((each) => [each.name, { shape: each.shape, data: each.values() }]);
  return Object.fromEntries(arrays) as NamedArrays;
}

/** By the id of a symbol its id in the base model, -1 where that does not know it. */
function idsInBase(vocabulary: Vocabulary, base: Vocabulary): Int32Array {
  const ids = Int32Array.from(vocabulary.known(), (symbol) => base.id(symbol) ?? -1);
  if (vocabulary.unknownId === undefined) return ids;
  const all = new Int32Array(vocabulary.size);
  all.set(ids);
  all[vocabulary.unknownId] = base.unknownId ?? -1;
  return all;
}

/** Which numbers of a parameter are of symbols: its first rows, or its columns; nothing where none are. */
function symbolAxis(name: string, { input }: Hyperparameters): 'rows' | 'columns' | undefined {
  if (name === 'embedding' || (name === 'lstm_0/weights' && input === 'one-hot')) return 'rows';
  return name === 'output/weights' || name === 'output/bias' ? 'columns' : undefined;
}

/** `into` [rows, columns] takes the first rows of `from` by `ids`, and what stands below them. */
function takeRows(into: Float32Array, from: Float32Array, ids: Int32Array, columns: number, known: number): void {
  ids.forEach((id, row) => {
    if (id >= 0) into.set(from.subarray(id * columns, (id + 1) * columns), row * columns);
  });
  into.set(from.subarray(known * columns), ids.length * columns);
}

/** `into` [rows, columns] takes columns of `from` by `ids`. */
function takeColumns(into: Float32Array, from: Float32Array, ids: Int32Array, known: number): void {
  const rows = from.length / known;
  ids.forEach((id, column) => {
    if (id < 0) return;
    for (let row = 0; row < rows; row++) into[row * ids.length + column] = from[row * known + id];
  });
}

/**
 * Puts the parameters of a base model in place of those that were drawn, all but those of the symbols that it does not know.
 * Both networks have the same layers, units, embedding and input, which is none of bare numbers.
 * @param weights as `firstWeights` gives them
 * @param vocabulary of these
 * @returns takes one parameter of the base model, so that they need not all be in memory
 */
export function replacedByBase(
  weights: NamedArrays,
  h: Hyperparameters,
  vocabulary: Vocabulary,
  base: Vocabulary,
): (name: string, from: Float32Array) => void {
  const ids = idsInBase(vocabulary, base);
  return (name, from) => {
    const { shape, data } = weights[name];
    const axis = symbolAxis(name, h);
    if (axis === 'rows') takeRows(data, from, ids, shape[1], base.size);
    else if (axis === 'columns') takeColumns(data, from, ids, base.size);
    else data.set(from);
  };
}
