import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { Description } from '../layers/description.ts';
import type { Layer } from '../layers/layer.ts';
import { optionFault } from '../layers/options.ts';
import type { StoredWeight } from '../stored-weight.ts';

type Config = Readonly<Record<string, unknown>>;

/** What layers of Keras 1 call what those of Keras 2 have, and TimeDistributedDense, which was a layer of its own. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LSTM: { output_dim: 'units', inner_activation: 'recurrent_activation' },
  Dense: { output_dim: 'units', bias: 'use_bias' },
  TimeDistributedDense: { output_dim: 'units', bias: 'use_bias' },
};

function inWordsOfKeras2(kind: string, config: Config): { kind: string; config: Config } {
  const renamed = RENAMED[kind] ?? {};
  const words = Object.entries(config).map(([key, value]) => [renamed[key] ?? key, value] as const);
  return { kind: kind === 'TimeDistributedDense' ? 'Dense' : kind, config: Object.fromEntries(words) };
}

/** @throws Fault where a layer normalizes by the batch that it gets: by what it learnt is `mode` 0 */
function checkMode(layer: Layer, place: number): void {
  const { mode = 0 } = layer.config;
  if (layer.kind === 'BatchNormalization' && mode !== 0) throw optionFault({ ...layer, place }, 'mode', mode, '0');
}

/** A description of Keras 1, or of one that does not say its version, in the words of Keras 2. @throws Fault */
export function asKeras2(description: Description): Description {
  const first = description.chain.findIndex(({ kind }) => kind !== 'InputLayer');
  const chain = description.chain.map((layer, at): Layer => {
    checkMode(layer, at - first + 1);
    const { wraps } = layer;
    return {
      ...layer,
      ...inWordsOfKeras2(layer.kind, layer.config),
      ...(wraps && { wraps: inWordsOfKeras2(wraps.kind, wraps.config) }),
    };
  });
  return { ...description, chain };
}

/** A weight for each gate, as its LSTM has them unless it was made for a GPU; ours have the order i, f, c, o. */
const [SEPARATE, KINDS, ORDER] = [12, 3, [0, 2, 1, 3]];
const shapeSchema = z.union([z.tuple([z.int()]), z.tuple([z.int(), z.int()])]);

/** Weights of gates side by side as one. @throws Fault where they are not of one shape */
function sideBySide(gates: readonly StoredWeight[]): StoredWeight {
  const [{ name, shape }, ...others] = gates;
  const { data: known } = shapeSchema.safeParse(shape);
  const expected = `[${shape.join(', ')}]`;
  const other = others.find((gate) => gate.shape.join() !== shape.join());
  if (!known || other) {
    const { name: weight, shape: stands } = other ?? gates[0];
    throw damaged(message('networks.weight-shape', { weight, shape: `[${stands.join(', ')}]`, expected }));
  }
  const columns = known.at(-1)!;
  const rows = known.length === 1 ? 1 : known[0];
  return {
    name,
    shape: [...known.slice(0, -1), gates.length * columns],
    async read() {
      const values = new Float32Array(rows * columns * gates.length);
      for (const [gate, weight] of gates.entries()) {
        const own = await weight.read();
        for (let row = 0; row < rows; row++)
          values.set(own.subarray(row * columns, (row + 1) * columns), (row * gates.length + gate) * columns);
      }
      return values;
    },
  };
}

/** The weights of a layer as Keras 2 has them. @throws Fault */
export function gatesTogether(layer: Layer, weights: readonly StoredWeight[]): readonly StoredWeight[] {
  if (layer.kind !== 'LSTM' || weights.length !== SEPARATE) return weights;
  return Array.from({ length: KINDS }, (_, part) => sideBySide(ORDER.map((gate) => weights[KINDS * gate + part])));
}
