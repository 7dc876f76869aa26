import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged, reading, incomplete } from '../faults.ts';
import { isHdf5, openHdf5, type Hdf5Object } from '../hdf5/index.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { keras } from '../keras/index.ts';
import { variablesOf } from '../keras/variables.ts';
import { ownWeights } from '../layers/cells.ts';
import { readDescription } from '../layers/description.ts';
import type { Layer } from '../layers/layer.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf, type Plan } from '../layers/plan.ts';
import { parseJson, readJson } from '../read-foreign.ts';
import { DESCRIPTION_BOUNDS, filesWhere, onlyOne } from '../sources.ts';
import { asKeras2, gatesTogether } from './keras-1.ts';
import { openShards, shardsIn } from './shards.ts';
import type { StoredWeight } from '../stored-weight.ts';

const BRACE = 0x7b;
const describedSchema = z.object({ keras_version: z.string() });

/** Whether it is what `to_json` of a network says, which some keep beside its weights. */
async function isDescription(file: ForeignFile): Promise<boolean> {
  if (file.bytes < 2 || file.bytes > DESCRIPTION_BOUNDS.bytes || (await file.read(0, 1))[0] !== BRACE) return false;
  const text = (await file.read(0, file.bytes)).toString('utf8');
  return (
    ['"class_name"', '"config"', '"layers"'].every((key) => text.includes(key)) && !text.includes('"modelTopology"')
  );
}

interface Described {
  readonly config: unknown;
  /** of Keras */
  readonly version: string;
}

/** The description of the network: an attribute of its file, else a file beside it. */
async function description(source: ForeignSource, root?: Hdf5Object): Promise<Described> {
  const [text] = (await root?.texts('model_config')) ?? [];
  if (text !== undefined) {
    // only the first left it out in a file, and only the latest in a description
    const [version = '1'] = (await root?.texts('keras_version')) ?? [];
    return { config: parseJson(Buffer.from(text), DESCRIPTION_BOUNDS), version };
  }
  const files = await filesWhere(source, isDescription);
  if (files.length === 0) throw incomplete(message('networks.weights-alone'));
  const config = await readJson(await source.open(onlyOne(files)), DESCRIPTION_BOUNDS);
  const described = describedSchema.safeParse(config);
  return { config, version: described.success ? described.data.keras_version : '3' };
}

async function weightsOf(weights: Hdf5Object, layer: Layer): Promise<readonly StoredWeight[]> {
  const group = await weights.find(layer.name);
  if (!group) throw damaged(message('networks.weight-missing', { weight: layer.name }));
  const found: StoredWeight[] = [];
  for (const name of (await group.texts('weight_names')) ?? []) {
    const weight = await group.find(name);
    if (!weight) throw damaged(message('networks.weight-missing', { weight: name }));
    found.push(await weight.weight());
  }
  return gatesTogether(layer, ownWeights(layer, found));
}

/** @throws Fault */
async function describedPlan(source: ForeignSource, root?: Hdf5Object): Promise<Plan> {
  const { config, version } = await description(source, root);
  const said = readDescription(config, version.startsWith('3') ? 'keras-3' : 'keras-2');
  return planOf(version.startsWith('1') ? asKeras2(said) : said);
}

async function openH5(source: ForeignSource, file: string): Promise<ForeignModel> {
  const content = await source.open(file);
  if (!(await isHdf5(content))) {
    const [plan, shards] = [await describedPlan(source), await openShards(source, folderOf(file), file)];
    return foreignModel(source.name, plan, (layer) => variablesOf(shards, layer));
  }
  const root = await openHdf5(content);
  const plan = await describedPlan(source, root);
  // beside the weights lie those of the optimizer, where it was compiled; weights alone are the root's
  const weights = (await root.find('model_weights')) ?? root;
  // by names of layers, but for the weights alone of Keras 3
  const layers = (await weights.texts('layer_names')) ? undefined : await root.find('layers');
  return foreignModel(source.name, plan, (layer) => (layers ? variablesOf(layers, layer) : weightsOf(weights, layer)));
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

/** The file of Keras before version 3, which later ones write as well; and weights alone, in shards too. */
export const h5: ForeignFormat = {
  // the weights of a .keras folder are of HDF5 too
  find: async (source) => {
    const unpacked = await keras.find(source);
    const shards = new Set<string>();
    const maps = await filesWhere(source, async (file) => (await shardsIn(file)).length > 0);
    for (const map of maps)
      for (const shard of await shardsIn(await source.open(map))) shards.add(folderOf(map) + shard);
    const whole = await filesWhere(source, isHdf5, (file) => !unpacked.includes(file) && !shards.has(file));
    return [...maps, ...whole];
  },
  open: (source, file) => reading(source.name, () => openH5(source, file)),
};
