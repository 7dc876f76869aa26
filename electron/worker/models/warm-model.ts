import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadNetwork } from '../../engine/formats/load-network.ts';
import { readWordVectors } from '../../engine/formats/word-vectors.ts';
import { blocksFor } from '../../engine/inference/shared-blocks.ts';
import { loadEngine } from '../engine.ts';

/** What a model folder is as long as nobody writes it anew. */
async function keyOf(folder: string): Promise<string> {
  const parts = ['card.json', 'weights.bin'].map(async (file) => {
    const status = await stat(join(folder, file)).catch(() => undefined);
    return status ? `${status.mtimeMs}-${status.size}-${status.ino}` : 'none';
  });
  return [folder, ...(await Promise.all(parts))].join('|');
}

/** `load`, whose last answer stays warm for the next job. It stays this module's: nobody else drops it. */
function keptWarm<T>(load: (folder: string) => Promise<T>, drop: (loaded: T) => void) {
  let warm: { key: string; loaded: T } | undefined;
  return async (folder: string): Promise<T> => {
    const key = await keyOf(folder);
    if (warm?.key === key) return warm.loaded;
    if (warm) drop(warm.loaded);
    warm = undefined;
    const loaded = await load(folder);
    warm = { key, loaded };
    return loaded;
  };
}

/**
 * The model of a folder on this process's engine, loaded and checked.
 * @throws AesopError as `loadModel`
 */
export const warmModel = keptWarm(
  async (folder) => {
    const { loadModel } = await import('../../engine/formats/load-model.ts');
    // The card's memory may be a training's, and all of it: it is taken only where somebody asked for it.
    const { deviceAsked } = await import('../../engine/runtime/index.ts');
    return loadModel(folder, (await loadEngine({ device: deviceAsked() ?? 'cpu' })).kernels);
  },
  ({ model }) => model.dispose(),
);

/**
 * The model of a folder for telling, loaded and checked; no engine is needed, so none is loaded.
 * @throws AesopError as `loadNetwork`
 */
export const warmNetwork = keptWarm(
  (folder) => loadNetwork(folder, blocksFor),
  ({ network }) => network.dispose(),
);

/**
 * What stands for the symbols of a model; no engine is needed.
 * @throws AesopError as `readWordVectors`
 */
export const warmVectors = keptWarm(
  (folder) => readWordVectors(folder),
  () => undefined,
);
