import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { damaged, reading } from '../faults.ts';
import type { ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { isHdf5, openHdf5 } from '../hdf5/index.ts';
import { readDescription } from '../layers/description.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf } from '../layers/plan.ts';
import { readJson } from '../read-foreign.ts';
import { DESCRIPTION_BOUNDS, filesWhere } from '../sources.ts';
import { variablesOf } from './variables.ts';

const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';
const metadataSchema = z.object({ keras_version: z.string().catch('3') }).catch({ keras_version: '3' });

async function openKeras(source: ForeignSource, weights: string): Promise<ForeignModel> {
  const metadata = source.files.includes('metadata.json')
    ? await readJson(await source.open('metadata.json'), DESCRIPTION_BOUNDS)
    : undefined;
  const { keras_version } = metadataSchema.parse(metadata);
  const config = await readJson(await source.open(CONFIG), DESCRIPTION_BOUNDS);
  const plan = planOf(readDescription(config, keras_version.startsWith('2') ? 'keras-2' : 'keras-3'));
  const root = await openHdf5(await source.open(weights));
  const layers = await root.find('layers');
  if (!layers) throw damaged(message('networks.weight-missing', { weight: 'layers' }));
  return foreignModel(source.name, plan, (layer) => variablesOf(layers, layer));
}

/** The file of Keras 3, which the last of Keras 2 write as well: an archive, of which these are the files. */
export const keras: ForeignFormat = {
  find: (source) => filesWhere(source, isHdf5, (file) => file === WEIGHTS && source.files.includes(CONFIG)),
  open: (source, file) => reading(source.name, () => openKeras(source, file)),
};
