import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';

const quantizationSchema = z.union([
  z.object({ dtype: z.literal('float16') }),
  z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
]);
const weightSchema = z.object({
  name: z.string().max(1000),
  shape: z.array(z.int().min(0)).max(8),
  dtype: z.string().max(100),
  quantization: quantizationSchema.optional(),
});
const groupSchema = z.object({
  paths: z.array(z.string().max(1000)).max(10_000),
  weights: z.array(weightSchema).max(10_000),
});
/** Weights that lie in the same shards, one behind the other. */
export type WeightGroup = z.infer<typeof groupSchema>;
export type WeightEntry = z.infer<typeof weightSchema>;

const modelSchema = z.object({
  format: z.string().optional(),
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(groupSchema).max(1000),
});

/**
 * What model.json says. A converter puts the topology into `model_config`, tfjs itself writes it as it is.
 * @throws Fault
 */
export function parseModel(value: unknown) {
  const parsed = modelSchema.safeParse(value);
  if (!parsed.success) throw damaged(message('phrases.content-unfit'));
  const { format, modelTopology, weightsManifest } = parsed.data;
  const { keras_version, model_config } = modelTopology;
  return {
    // a graph is of nodes
    format: format ?? ('node' in modelTopology ? 'graph-model' : 'layers-model'),
    topology: model_config ?? modelTopology,
    version: typeof keras_version === 'string' ? keras_version : '',
    groups: weightsManifest,
  };
}
