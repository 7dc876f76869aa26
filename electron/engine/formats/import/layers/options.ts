import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { TO_KERAS_3 } from '../../keras/gates.ts';
import { damaged, unfit } from '../faults.ts';
import type { Dialect } from './description.ts';
import type { Layer } from './layer.ts';

/** A layer and its place in the chain, from 1 on, the input not counted. */
export interface Placed extends Layer {
  readonly place: number;
}

/** How errors name a layer. */
export const named = ({ place, name }: Placed) => ({ place, layer: name });

/** @returns the fault of a layer whose option we have not */
export const optionFault = (layer: Placed, option: string, value: unknown, known: string) =>
  unfit(
    message('networks.layer-option', {
      ...named(layer),
      ...{ option, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '–').slice(0, 100), known },
    }),
  );

/** @throws Fault where an option that may be left out is set */
export function checkUnset(layer: Placed, ...options: readonly string[]): void {
  for (const option of options)
    if (layer.config[option]) throw optionFault(layer, option, layer.config[option], 'false');
}

const countSchema = z.int().min(1);

/** A size among the layer's options. @throws Fault where it is none */
export function sizeOf({ config }: Pick<Layer, 'config'>, option: string): number {
  const size = countSchema.safeParse(config[option]);
  if (!size.success) throw damaged(message('phrases.field-unfit', { field: option }));
  return size.data;
}

const functionSchema = z.union([
  z.string(),
  // Keras 3 may write a function, or a layer that is one, with where it comes from
  z.object({ class_name: z.literal('function'), config: z.string() }).transform(({ config }) => config),
  z.object({ class_name: z.string(), config: z.object({}) }).transform(({ class_name }) => class_name),
]);

/** An option that names a function, as snake case; what is left out is `usual`. */
export function functionOf(layer: Placed, option: string, usual: string, config = layer.config): string {
  const given = functionSchema.safeParse(config[option] ?? usual);
  if (!given.success) throw optionFault(layer, option, config[option], usual);
  return given.data.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

/** How an LSTM squashes its gates. */
export type Gates = 'sigmoid' | 'hard-sigmoid';

/**
 * What gates are squashed by, and what their sums are to be multiplied with before.
 */
export function gatesOf(layer: Placed, dialect: Dialect): { gates: Gates; scale: number } {
  const option = 'recurrent_activation';
  if (layer.kind === 'CuDNNLSTM') return { gates: 'sigmoid', scale: 1 };
  const given = functionOf(layer, option, dialect === 'tfjs' ? 'hard_sigmoid' : 'sigmoid');
  if (given === 'sigmoid') return { gates: 'sigmoid', scale: 1 };
  if (given === 'hard_sigmoid') return { gates: 'hard-sigmoid', scale: dialect === 'keras-3' ? 1 / TO_KERAS_3 : 1 };
  throw optionFault(layer, option, given, 'sigmoid, hard_sigmoid');
}
