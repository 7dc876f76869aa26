import { z } from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import { unrolled } from './cells.ts';
import { chainOf } from './chain.ts';

const configSchema = z.record(z.string(), z.unknown());
const layerSchema = z.object({
  class_name: z.string().max(200),
  name: z.string().max(1000).optional(),
  config: configSchema,
  build_config: z.object({ input_shape: z.unknown() }).nullish().catch(undefined),
  inbound_nodes: z.array(z.unknown()).optional(),
});
type DescribedLayer = z.infer<typeof layerSchema>;

const layersSchema = z.array(layerSchema).min(1).max(1000);
const networkSchema = z.object({
  class_name: z.string(),
  config: z.union([
    z.object({
      name: z.string().optional().catch(undefined),
      layers: layersSchema,
      ...{ input_layers: z.unknown().optional(), output_layers: z.unknown().optional() },
    }),
    // Keras wrote a list alone of a Sequential until 2.2
    layersSchema.transform((layers) => ({
      name: undefined,
      layers,
      input_layers: undefined,
      output_layers: undefined,
    })),
  ]),
});

/** A layer of the chain. */
export interface Layer {
  readonly kind: string;
  readonly name: string;
  /** the kind by which a file calls its weights: an LSTM may be a cell that another layer repeats */
  readonly filed: string;
  /** how many layers of that kind come before it in the description, whether they are of the chain or not */
  readonly before: number;
  readonly config: Readonly<Record<string, unknown>>;
  /** the shape that it was built for, where that is known: [batch, time, …] */
  readonly built: unknown;
  /** what it wraps, where it applies a layer to each step */
  readonly wraps?: Pick<Layer, 'kind' | 'config'>;
  /** which cell of a stack it is, where a layer repeats several, and which of the layer's weights are its own */
  readonly cell?: { readonly at: number; readonly from: number; readonly to: number };
}

export interface Description {
  readonly name?: string;
  /** whether we wrote it: then what it reads is known */
  readonly ours: boolean;
  /** from the input to the output */
  readonly chain: readonly Layer[];
  /** which dialect of Keras names its functions */
  readonly dialect: Dialect;
}

/** Keras 3 means another function by `hard_sigmoid`; TensorFlow.js has it where nothing else is said. */
export type Dialect = 'keras-3' | 'keras-2' | 'tfjs';

const nameOf = ({ name, config }: DescribedLayer): string =>
  name ?? (typeof config.name === 'string' ? config.name : '');

/** What all of ours are called that leave. */
const OURS = 'aesop';
/** What Keras calls a network that nobody named. */
const UNNAMED = /^((sequential|functional|model)(_?\d+)*)$/i;

function wrappedIn({ class_name, config }: DescribedLayer): Layer['wraps'] {
  if (class_name !== 'TimeDistributed') return undefined;
  const inner = layerSchema.safeParse(config.layer);
  return inner.success ? { kind: inner.data.class_name, config: inner.data.config } : undefined;
}

/**
 * The chain of layers that a description of Keras or TensorFlow.js is of: Sequential, or functional without branches.
 * @throws Fault
 */
export function readDescription(value: unknown, dialect: Dialect): Description {
  const network = networkSchema.safeParse(value);
  if (!network.success) throw damaged(message('phrases.content-unfit'));
  const { class_name, config } = network.data;
  const { name, layers: described } = config;
  const seen = new Map<string, number>();
  const layers = described.map((layer): Layer => {
    const before = seen.get(layer.class_name) ?? 0;
    seen.set(layer.class_name, before + 1);
    const wraps = wrappedIn(layer);
    return {
      ...{ kind: layer.class_name, config: layer.config, filed: layer.class_name, name: nameOf(layer), before },
      built: layer.build_config?.input_shape ?? undefined,
      ...(wraps && { wraps }),
    };
  });
  const ours = name === OURS;
  const named = { ours, ...(name !== undefined && !ours && !UNNAMED.test(name) && { name }) };
  if (class_name === 'Sequential') return { ...named, chain: layers.flatMap(unrolled), dialect };
  const order = chainOf(
    described.map((layer) => ({ name: nameOf(layer), nodes: layer.inbound_nodes ?? [] })),
    config,
  );
  return { ...named, chain: order.flatMap((at) => unrolled(layers[at])), dialect };
}
