import { join } from 'node:path';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import {
  formats,
  openLeaving,
  saveModel,
  type ExportControl,
  type LoadedModel,
} from '../../../electron/engine/formats/index.ts';
import type { Kernels } from '../../../electron/engine/kernels/index.ts';
import { emptyFolder, smallModel } from './small-model.ts';

/** Heard by nobody, stopped by nobody. */
export const unheard = (): ExportControl => ({ signal: new AbortController().signal, progress: () => undefined });

/** The folder of a model. */
export async function saved(model: Parameters<typeof saveModel>[1]): Promise<string> {
  const folder = emptyFolder();
  await saveModel(folder, model);
  return folder;
}

/**
 * Saves a model and writes it in another format.
 * @returns where it was written: a folder, or a file of that ending
 */
export async function written(
  model: Parameters<typeof saveModel>[1],
  format: keyof typeof formats,
  { ending = '', control = unheard() }: { ending?: string; control?: ExportControl } = {},
): Promise<string> {
  const place = ending === '' ? emptyFolder() : join(emptyFolder(), `model${ending}`);
  await formats[format].write(await openLeaving(await saved(model), control), place, ending);
  return place;
}

/** A small model of these settings, and where it was written; the caller disposes it. */
export async function leaving(
  kernels: Kernels,
  settings: Partial<Hyperparameters>,
  format: keyof typeof formats,
  ending = '',
): Promise<{ small: LoadedModel; place: string }> {
  const small = smallModel(kernels, settings);
  return { small, place: await written(small, format, { ending }) };
}
