import { message } from '../../../../contract/message.ts';
import { damaged, reading, unread } from '../faults.ts';
import type { ForeignFile, ForeignFormat, ForeignModel, ForeignSource } from '../foreign-model.ts';
import { ownWeights } from '../layers/cells.ts';
import { readDescription } from '../layers/description.ts';
import type { Layer } from '../layers/layer.ts';
import { foreignModel } from '../layers/foreign-weights.ts';
import { planOf } from '../layers/plan.ts';
import { readJson } from '../read-foreign.ts';
import { DESCRIPTION_BOUNDS, filesWhere } from '../sources.ts';
import type { StoredWeight } from '../stored-weight.ts';
import { parseModel } from './model-json.ts';
import { openGroup } from './shards.ts';

const BRACE = 0x7b;

async function isModelJson(file: ForeignFile): Promise<boolean> {
  if (file.bytes < 2 || file.bytes > DESCRIPTION_BOUNDS.bytes) return false;
  const start = await file.read(0, Math.min(64, file.bytes));
  // before a whole vocabulary is looked through
  if (start[start.findIndex((byte) => byte > 0x20 && byte < 0x80)] !== BRACE) return false;
  const text = (await file.read(0, file.bytes)).toString('utf8');
  return text.includes('"modelTopology"') && text.includes('"weightsManifest"');
}

/** A layer's weights are those whose names begin with its own, in their order. */
function weightsOf(weights: readonly StoredWeight[], { name }: Layer): StoredWeight[] {
  const plain = weights.filter((weight) => weight.name.startsWith(`${name}/`));
  // a converter puts the network's own name before it
  return plain.length > 0 ? plain : weights.filter((weight) => weight.name.includes(`/${name}/`));
}

async function openTfjs(source: ForeignSource, file: string): Promise<ForeignModel> {
  const { format, topology, version, groups } = parseModel(await readJson(await source.open(file), DESCRIPTION_BOUNDS));
  if (format === 'graph-model') throw unread(message('networks.graph-model'));
  const plan = planOf(readDescription(topology, version.startsWith('3') ? 'keras-3' : 'tfjs'));
  const weights: StoredWeight[] = [];
  // shards lie beside the description
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (const group of groups) weights.push(...(await openGroup(source, folder, group)));
  if (new Set(weights.map(({ name }) => name)).size < weights.length) throw damaged(message('phrases.header-unfit'));
  return foreignModel(source.name, plan, async (layer) => ownWeights(layer, weightsOf(weights, layer)));
}

/** The folder of a LayersModel of TensorFlow.js: model.json, and its weights in shards. */
export const tfjs: ForeignFormat = {
  find: (source) => filesWhere(source, isModelJson),
  open: (source, file) => reading(source.name, () => openTfjs(source, file)),
};
