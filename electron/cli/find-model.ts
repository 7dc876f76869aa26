import { basename, resolve } from 'node:path';
import { readId } from '../contract/common.ts';
import { AesopError } from '../contract/errors.ts';
import type { ModelCard } from '../contract/model.ts';
import type { Host } from './host.ts';
import { nearestNames } from './flags/nearest.ts';
import { kindOfPath } from './named-path.ts';

/** A model that a command line names: one of the workspace, or any folder that holds one. */
export interface FoundModel {
  readonly id: string;
  readonly path: string;
  /** as the workspace lists it; absent for a folder elsewhere */
  readonly card?: ModelCard;
}

/** Whether two names are typed alike, in whichever form of Unicode. */
export const isSameText = (one: string, other: string): boolean => one.normalize() === other.normalize();

/**
 * Finds a model by its id, by a name that only one has, or by the path of its folder.
 * @param listed the models of the workspace, where they are known already
 * @throws AesopError `model-missing`
 */
export async function findModel(host: Host, asked: string, listed?: readonly ModelCard[]): Promise<FoundModel> {
  const models = listed ?? (await (await host.studio()).request('studio.state', {})).models;
  const named = (has: (model: ModelCard) => boolean) => models.filter(has);
  const byId = named(({ id }) => id === readId(asked));
  const found = byId.length > 0 ? byId : named(({ name }) => isSameText(name, asked));
  if (found.length === 1) return { id: found[0].id, path: await host.modelPath(found[0].id), card: found[0] };
  const path = resolve(asked);
  if ((await kindOfPath(path)) === 'folder') return { id: basename(path) || path, path };
  const ids = models.map(({ id }) => id);
  const [name] = nearestNames(asked, ids, 1);
  const nearest = name === undefined ? '' : host.translator.text('common.nearest', { name });
  throw new AesopError('model-missing', { id: asked }, nearest);
}
