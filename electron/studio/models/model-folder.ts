import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import type { Context } from '../context.ts';

/** The folder of a model that is there. @throws AesopError `model-missing` */
export async function modelFolder({ workspace }: Context, id: string): Promise<string> {
  const folder = workspace.models.path(id);
  await onDisk(join(folder, 'card.json'), () => stat(join(folder, 'card.json'))).catch(() => {
    throw new AesopError('model-missing', { id });
  });
  return folder;
}
