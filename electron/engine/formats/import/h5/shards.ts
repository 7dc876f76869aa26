import * as z from 'zod';
import { IMPORT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { damaged } from '../faults.ts';
import type { ForeignFile, ForeignSource } from '../foreign-model.ts';
import { openHdf5 } from '../hdf5/index.ts';
import type { WeightTree } from '../keras/variables.ts';
import { parseJson, readJson } from '../read-foreign.ts';
import { DESCRIPTION_BOUNDS } from '../sources.ts';

const nameSchema = z.string().max(1000).regex(/\.h5$/);
const mapSchema = z
  .object({ weight_map: z.record(z.string(), z.union([nameSchema, z.array(nameSchema)])) })
  .transform(({ weight_map }) => [...new Set(Object.values(weight_map).flat())])
  .pipe(z.array(z.string()).min(1).max(IMPORT_LIMITS.files));

const BRACE = 0x7b;

/** The files that large weights lie in, where a file says that of some, as Keras 3 does of those that it saves in shards. */
export async function shardsIn(file: ForeignFile): Promise<readonly string[]> {
  if (file.bytes < 2 || file.bytes > DESCRIPTION_BOUNDS.bytes || (await file.read(0, 1))[0] !== BRACE) return [];
  const bytes = await file.read(0, file.bytes);
  if (!bytes.includes('"weight_map"')) return [];
  return mapSchema.safeParse(parseJson(bytes, DESCRIPTION_BOUNDS)).data ?? [];
}

/** Several files as if all that they hold lay in one. */
function together(trees: readonly WeightTree[]): WeightTree {
  return {
    async find(path) {
      const found: WeightTree[] = [];
      for (const tree of trees) {
        const inside = await tree.find(path);
        if (inside) found.push(inside);
      }
      return found.length < 2 ? found[0] : together(found);
    },
    weight: () => trees[0].weight(),
  };
}

/**
 * The layers of weights that lie in shards.
 * @param folder of the source that they lie in, ending in a slash where it is not the source itself
 * @throws Fault where one of them did not come along
 */
export async function openShards(source: ForeignSource, folder: string, file: string): Promise<WeightTree> {
  const map = mapSchema.parse(await readJson(await source.open(file), DESCRIPTION_BOUNDS));
  const roots: WeightTree[] = [];
  for (const name of map) {
    if (!source.files.includes(folder + name))
      throw damaged(message('networks.shard-missing', { path: name.slice(0, 200) }));
    roots.push(await openHdf5(await source.open(folder + name)));
  }
  const layers = await together(roots).find('layers');
  if (!layers) throw damaged(message('networks.weight-missing', { weight: 'layers' }));
  return layers;
}
