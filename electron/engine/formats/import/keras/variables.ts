import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { Layer } from '../layers/layer.ts';
import type { StoredWeight } from '../stored-weight.ts';

/** What weights are found in by their place. */
export interface WeightTree {
  find(path: string): Promise<WeightTree | undefined>;
  /** @throws Fault */
  weight(): Promise<StoredWeight>;
}

/** How Keras calls a kind of layers: `time_distributed`. */
const snakeCase = (kind: string) =>
  kind
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Where a layer has its weights: an LSTM in its cell, what is applied to each step in what applies it. */
async function groupOf(
  layers: WeightTree,
  { kind, filed, before, wraps, cell }: Layer,
): Promise<WeightTree | undefined> {
  const numbered = (name: string, at: number) => `${name}${at > 0 ? `_${at}` : ''}`;
  const group = await layers.find(numbered(snakeCase(filed), before));
  if (cell) return group?.find(`cell/cells/${numbered('lstm_cell', cell.at)}/vars`);
  const inside = wraps ? 'layer/vars' : kind === 'LSTM' ? 'cell/vars' : 'vars';
  return group?.find(inside);
}

/**
 * The weights of a layer in the order of its variables.
 * @param layers the group of that name
 * @throws Fault where there are none
 */
export async function variablesOf(layers: WeightTree, layer: Layer): Promise<StoredWeight[]> {
  const vars = await groupOf(layers, layer);
  if (!vars) throw damaged(message('networks.weight-missing', { weight: layer.name }));
  const found: StoredWeight[] = [];
  // a layer of ours has three
  for (let weight = await vars.find('0'); weight && found.length < 8; weight = await vars.find(`${found.length}`))
    found.push(await weight.weight());
  return found;
}
