import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { StoredWeight } from '../stored-weight.ts';
import type { Layer } from './layer.ts';

/** The weights of a layer in the order in which Keras has them, whatever they are called. */
export type WeightsOf = (layer: Layer) => Promise<readonly StoredWeight[]>;

const said = (shape: readonly number[]) => `[${shape.join(', ')}]`;

/** @throws Fault where a layer has more or fewer weights */
export async function counted(weightsOf: WeightsOf, layer: Layer, expected: number): Promise<readonly StoredWeight[]> {
  const weights = await weightsOf(layer);
  const count = weights.length;
  if (count !== expected) throw damaged(message('networks.weights-lacking', { layer: layer.name, count, expected }));
  return weights;
}

/** @throws Fault where a layer has other weights than of these shapes */
export async function shaped(
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
