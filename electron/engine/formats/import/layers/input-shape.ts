import * as z from 'zod';
import type { Layer } from './layer.ts';

const shapeSchema = z.array(z.number().nullable()).min(2);
const countSchema = z.int().min(1);

/** Steps that a shape [batch, time, …] says. */
function timeIn(shape: unknown): number | undefined {
  const parsed = shapeSchema.safeParse(shape);
  const time = parsed.success ? countSchema.safeParse(parsed.data[1]) : undefined;
  return time?.success ? time.data : undefined;
}

/** Steps that a network reads at once, where it is bound to a number: said by its input, else by what it was built for. */
export function timeOf(chain: readonly Layer[]): number | undefined {
  const [first, second] = chain;
  const heads = first?.kind === 'InputLayer' ? [first, second] : [first];
  for (const layer of heads) {
    if (!layer) continue;
    const { batch_shape, batch_input_shape, input_length } = layer.config;
    const length = countSchema.safeParse(input_length);
    const time = timeIn(batch_shape) ?? timeIn(batch_input_shape) ?? (length.success ? length.data : undefined);
    if (time !== undefined) return time;
  }
  // what the first texts had that it was called on
  for (const layer of heads) if (layer && timeIn(layer.built) !== undefined) return timeIn(layer.built);
  return undefined;
}
