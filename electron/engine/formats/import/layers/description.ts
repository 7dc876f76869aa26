import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import { unrolled } from './cells.ts';
import { chainOf } from './chain.ts';
import type { Layer } from './layer.ts';

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
const UNNAMED = /^(?:sequential|functional|model)\d*(?:_\d+)*$/i;

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
