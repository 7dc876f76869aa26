import { message } from '../../../../contract/message.ts';
import { unfit } from '../faults.ts';

interface Node {
  readonly name: string;
  /** times that the layer was called, each with what it was called on */
  readonly nodes: readonly unknown[];
}

/** How deep what a layer was called on lies in lists of lists. */
const DEEPEST = 12;

const isTensor = (value: unknown): value is [string, number, number] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && typeof value[2] === 'number';

/**
 * The tensors that something names: `["layer", 0, 0]` wherever it stands, in the way of Keras 3 as the history of a tensor.
 * A mask is no tensor of its own: it comes of the input.
 */
function tensorsIn(value: unknown, depth = 0): [string, number, number][] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (isTensor(value)) return [value, ...value.slice(3).flatMap((inner) => tensorsIn(inner, depth + 1))];
  const inner = Array.isArray(value)
    ? value
    : Object.entries(value)
        .filter(([key]) => key !== 'mask' && key !== 'shape')
        .map(([, each]: [string, unknown]) => each);
  return inner.flatMap((each) => tensorsIn(each, depth + 1));
}

/** The only tensor that something names, and the only output of its layer that counts. */
function onlyTensor(value: unknown): string {
  const tensors = tensorsIn(value);
  if (tensors.length !== 1 || tensors[0][1] !== 0 || tensors[0][2] !== 0)
    throw unfit(message('networks.layers-branch'));
  return tensors[0][0];
}

/**
 * Places of the layers that lead from the only input to the only output of a functional network, in that order; what else
 * there is leads nowhere.
 * @throws Fault where they are no chain
 */
export function chainOf(
  layers: readonly Node[],
  { input_layers, output_layers }: { readonly input_layers?: unknown; readonly output_layers?: unknown },
): number[] {
  const places = new Map(layers.map(({ name }, at) => [name, at]));
  const first = onlyTensor(input_layers);
  const order: number[] = [];
  for (let name = onlyTensor(output_layers); ;) {
    const at = places.get(name);
    if (at === undefined || order.length > layers.length) throw unfit(message('networks.layers-branch'));
    order.unshift(at);
    if (name === first) return order;
    const { nodes } = layers[at];
    if (nodes.length !== 1) throw unfit(message('networks.layers-branch'));
    name = onlyTensor(nodes[0]);
  }
}
