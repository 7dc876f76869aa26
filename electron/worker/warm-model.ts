import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel, type LoadedModel } from '../engine/formats/index.ts';
import { loadEngine } from './engine.ts';

let warm: { key: string; loaded: LoadedModel } | undefined;

/** What a model folder is as long as nobody writes it anew. */
async function keyOf(folder: string): Promise<string> {
  const parts = ['card.json', 'weights.bin'].map(async (file) => {
    const status = await stat(join(folder, file)).catch(() => undefined);
    return status ? `${status.mtimeMs}-${status.size}-${status.ino}` : 'none';
  });
  return [folder, ...(await Promise.all(parts))].join('|');
}

/**
 * The model of a folder, loaded and checked; the last one stays warm for the next job. It stays this module's: nobody
 * disposes it.
 * @throws AesopError as `loadModel`
 */
export async function warmModel(folder: string): Promise<LoadedModel> {
  const key = await keyOf(folder);
  if (warm?.key === key) return warm.loaded;
  warm?.loaded.model.dispose();
  warm = undefined;
  const { kernels } = await loadEngine();
  const loaded = await loadModel(folder, kernels);
  warm = { key, loaded };
  return loaded;
}
