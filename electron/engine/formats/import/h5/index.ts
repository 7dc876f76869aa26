import { message } from '../../../../contract/message.ts';
import { damaged, reading, unfit } from '../faults.ts';
import { isHdf5, openHdf5, type Hdf5Object } from '../hdf5/index.ts';
import type { ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { isKerasFolder } from '../keras/index.ts';
import { readDescription, type Layer } from '../layers/description.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf } from '../layers/plan.ts';
import { filesWhere, onlyOne, parseDescription } from '../sources.ts';
import type { StoredWeight } from '../stored-weight.ts';

/** The description of the network; in files of before Keras 3 as bytes, else as text. */
async function description(root: Hdf5Object): Promise<{ config: unknown; version: string }> {
  const [config] = (await root.texts('model_config')) ?? [];
  if (config === undefined) throw unfit(message('networks.weights-alone'));
  const [version = '2'] = (await root.texts('keras_version')) ?? [];
  return { config: parseDescription(config), version };
}

async function weightsOf(weights: Hdf5Object, layer: Layer): Promise<StoredWeight[]> {
  const group = await weights.find(layer.name);
  if (!group) throw damaged(message('networks.weight-missing', { weight: layer.name }));
  const found: StoredWeight[] = [];
  for (const name of (await group.texts('weight_names')) ?? []) {
    const weight = await group.find(name);
    if (!weight) throw damaged(message('networks.weight-missing', { weight: name }));
    found.push(await weight.weight());
  }
  return found;
}

async function openH5(source: ForeignSource): Promise<ForeignModel> {
  const file = onlyOne(await filesWhere(source, isHdf5));
  const root = await openHdf5(await source.open(file));
  const { config, version } = await description(root);
  const plan = planOf(readDescription(config, version.startsWith('3') ? 'keras-3' : 'keras-2'));
  // beside the weights lie those of the optimizer, where it was compiled
  const weights = (await root.find('model_weights')) ?? root;
  return foreignModel(source.name, plan, (layer) => weightsOf(weights, layer));
}

/** The file of Keras before version 3, which later ones write as well. */
export const h5: ForeignFormat = {
  // the weights of a .keras folder are of HDF5 too
  recognises: async (source) => !(await isKerasFolder(source)) && (await filesWhere(source, isHdf5)).length > 0,
  open: (source) => reading(source.name, () => openH5(source)),
};
