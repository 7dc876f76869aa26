import * as z from 'zod';
import type { Layer } from './layer.ts';

const configSchema = z.record(z.string(), z.unknown());
const lstmSchema = z.object({ class_name: z.literal('LSTMCell'), config: configSchema });
const stackSchema = z.object({
  class_name: z.literal('StackedRNNCells'),
  config: z.object({ cells: z.array(lstmSchema).min(1).max(1000) }),
});
const namedSchema = z.object({ class_name: z.string().max(100) });

type Cell = z.infer<typeof lstmSchema>;

function cellsIn(cell: unknown): readonly Cell[] {
  const one = lstmSchema.safeParse(cell);
  return one.success ? [one.data] : (stackSchema.safeParse(cell).data?.config.cells ?? []);
}

const biased = ({ config }: Cell) => config.use_bias !== false;
const trained = ({ config }: Cell) => config.trainable !== false;

/**
 * A cell and the layer that repeats it are an LSTM; a stack of cells is an LSTM each, one behind the other. Of other cells
 * the kind says what they are.
 */
export function unrolled(layer: Layer): Layer[] {
  if (layer.kind !== 'RNN') return [layer];
  const { cell, ...config } = layer.config;
  const cells = cellsIn(cell);
  // files have the weights of those that learn before those of the others
  if (cells.length === 0 || cells.some((each) => trained(each) !== trained(cells[0]))) {
    const inner = namedSchema.safeParse(cell);
    return [{ ...layer, ...(inner.success && { kind: `RNN (${inner.data.class_name})` }) }];
  }
  const isStack = !lstmSchema.safeParse(cell).success;
  let from = 0;
  return cells.map((each, at): Layer => {
    const to = from + (biased(each) ? 3 : 2);
    const isLast = at === cells.length - 1;
    const merged = { ...each.config, ...config, ...(!isLast && { return_sequences: true }) };
    const made: Layer = { ...layer, kind: 'LSTM', config: merged, ...(isStack && { cell: { at, from, to } }) };
    from = to;
    return made;
  });
}

/** Those weights of a layer that are its own, where a stack has them all together. */
export const ownWeights = <T>({ cell }: Layer, weights: readonly T[]): readonly T[] =>
  cell ? weights.slice(cell.from, cell.to) : weights;
