import { z } from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged, reading } from '../faults.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { isHdf5, openHdf5, type Hdf5Object } from '../hdf5/index.ts';
import { readDescription, type Layer } from '../layers/description.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf } from '../layers/plan.ts';
import { filesWhere, holds, onlyOne, readDescriptionFile } from '../sources.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { isZip, openZip } from '../zip/index.ts';

const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';
const metadataSchema = z.object({ keras_version: z.string().catch('3') }).catch({ keras_version: '3' });

const holdsBoth = (source: ForeignSource) => source.files.includes(CONFIG) && source.files.includes(WEIGHTS);

/** Whether these are the files of a `.keras` file, unpacked. */
export const isKerasFolder = async (source: ForeignSource): Promise<boolean> =>
  holdsBoth(source) && holds(async () => isHdf5(await source.open(WEIGHTS)));

const isKerasFile = async (file: ForeignFile): Promise<boolean> =>
  (await isZip(file)) && holdsBoth(await openZip('', file));

/** The files of the only model that is here. */
async function modelFiles(source: ForeignSource): Promise<ForeignSource> {
  if (holdsBoth(source)) return source;
  const file = onlyOne(await filesWhere(source, isKerasFile));
  return openZip(file, await source.open(file));
}

/** How Keras calls a kind of layers: `time_distributed`. */
const snakeCase = (kind: string) =>
  kind
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Where a layer has its weights: an LSTM in its cell, what is applied to each step in what applies it. */
async function variables(layers: Hdf5Object, { kind, before, wraps }: Layer): Promise<Hdf5Object | undefined> {
  const group = await layers.find(`${snakeCase(kind)}${before > 0 ? `_${before}` : ''}`);
  const inside = wraps ? 'layer/vars' : kind === 'LSTM' ? 'cell/vars' : 'vars';
  return group?.find(inside);
}

async function weightsOf(layers: Hdf5Object, layer: Layer): Promise<StoredWeight[]> {
  const vars = await variables(layers, layer);
  if (!vars) throw damaged(message('networks.weight-missing', { weight: layer.name }));
  const found: StoredWeight[] = [];
  // a layer of ours has three
  for (let weight = await vars.find('0'); weight && found.length < 8; weight = await vars.find(`${found.length}`))
    found.push(await weight.weight());
  return found;
}

async function openKeras(source: ForeignSource): Promise<ForeignModel> {
  const files = await modelFiles(source);
  const metadata = files.files.includes('metadata.json')
    ? await readDescriptionFile(await files.open('metadata.json'))
    : undefined;
  const { keras_version } = metadataSchema.parse(metadata);
  const config = await readDescriptionFile(await files.open(CONFIG));
  const plan = planOf(readDescription(config, keras_version.startsWith('2') ? 'keras-2' : 'keras-3'));
  const root = await openHdf5(await files.open(WEIGHTS));
  const layers = await root.find('layers');
  if (!layers) throw damaged(message('networks.weight-missing', { weight: 'layers' }));
  return foreignModel(source.name, plan, (layer) => weightsOf(layers, layer));
}

/** The file of Keras 3, which the last of Keras 2 write as well. */
export const keras: ForeignFormat = {
  recognises: async (source) => (await isKerasFolder(source)) || (await filesWhere(source, isKerasFile)).length > 0,
  open: (source) => reading(source.name, () => openKeras(source)),
};
