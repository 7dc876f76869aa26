import { z } from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged, reading } from '../faults.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { isHdf5, openHdf5 } from '../hdf5/index.ts';
import { readDescription } from '../layers/description.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf } from '../layers/plan.ts';
import { readJson } from '../read-foreign.ts';
import { DESCRIPTION_BOUNDS, filesWhere, holds, onlyOne } from '../sources.ts';
import { isZip, openZip } from '../zip/index.ts';
import { variablesOf } from './variables.ts';

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

async function openKeras(source: ForeignSource): Promise<ForeignModel> {
  const files = await modelFiles(source);
  const metadata = files.files.includes('metadata.json')
    ? await readJson(await files.open('metadata.json'), DESCRIPTION_BOUNDS)
    : undefined;
  const { keras_version } = metadataSchema.parse(metadata);
  const config = await readJson(await files.open(CONFIG), DESCRIPTION_BOUNDS);
  const plan = planOf(readDescription(config, keras_version.startsWith('2') ? 'keras-2' : 'keras-3'));
  const root = await openHdf5(await files.open(WEIGHTS));
  const layers = await root.find('layers');
  if (!layers) throw damaged(message('networks.weight-missing', { weight: 'layers' }));
  return foreignModel(source.name, plan, (layer) => variablesOf(layers, layer));
}

/** The file of Keras 3, which the last of Keras 2 write as well. */
export const keras: ForeignFormat = {
  recognises: async (source) => (await isKerasFolder(source)) || (await filesWhere(source, isKerasFile)).length > 0,
  open: (source) => reading(source.name, () => openKeras(source)),
};
