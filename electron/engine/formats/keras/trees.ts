import type { ModelConfig } from '../../model/model-config.ts';
import { weightBlocks, type KerasWeight } from '../keras-weights.ts';
import type { Dataset, Group } from './hdf5.ts';

/** The Keras that these files are as if written by. */
export const KERAS_VERSION = '3.15.1';

/** Weights by layer, in the order in which weights.bin holds them, which is that of the numbers in the file. */
function byLayer(config: ModelConfig): [string, KerasWeight[]][] {
  const layers = new Map<string, KerasWeight[]>();
  for (const weight of weightBlocks(config).flatMap((block) => block.weights)) {
    const [layer] = weight.name.split('/');
    layers.set(layer, [...(layers.get(layer) ?? []), weight]);
  }
  return [...layers];
}

const numbered = (weights: readonly KerasWeight[]): Group => ({
  children: Object.fromEntries(weights.map(({ shape }, at): [string, Dataset] => [`${at}`, { shape }])),
});
const EMPTY: Group = { children: {} };

/** model.weights.h5 of a `.keras` file: layers by what they are, numbered where there are several of a kind. */
export function weightsTree(config: ModelConfig): Group {
  const layers = byLayer(config).map(([name, weights]): [string, Group] => {
    if (name === 'embedding') return ['embedding', { children: { vars: numbered(weights) } }];
    if (name === 'output') return ['dense', { children: { vars: numbered(weights) } }];
    const number = Number(name.slice('lstm_'.length));
    const cell = { children: { vars: numbered(weights) } };
    return [number === 0 ? 'lstm' : `lstm_${number}`, { children: { cell, vars: EMPTY } }];
  });
  return { children: { layers: { children: Object.fromEntries(layers) }, vars: EMPTY } };
}

/** A legacy `.h5` file: weights by the names of layers, and the model's description beside them. */
export function legacyTree(config: ModelConfig, description: Readonly<Record<string, unknown>>): Group {
  const known = { keras_version: KERAS_VERSION, backend: 'tensorflow' };
  const layers = byLayer(config).map(([layer, weights]): [string, Group] => {
    const parts = weights.map(({ name, shape }): [string, Dataset] => [name.split('/')[1], { shape }]);
    const names = weights.map(({ name }) => name);
    return [
      layer,
      { attributes: { weight_names: names }, children: { [layer]: { children: Object.fromEntries(parts) } } },
    ];
  });
  const layer_names = layers.map(([name]) => name);
  return {
    attributes: { ...known, model_config: JSON.stringify(description) },
    children: { model_weights: { attributes: { ...known, layer_names }, children: Object.fromEntries(layers) } },
  };
}
