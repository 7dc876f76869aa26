import { rm, stat } from 'node:fs/promises';
import { AesopError } from '../../contract/errors.ts';
import { formats } from '../../engine/formats/index.ts';
import { exists, renamePatiently, temporaryPath, writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import type { Job } from '../job.ts';
import { warmModel } from './warm-model.ts';

/** Makes one file that appears under its name only whole. */
async function writeOneFile(target: string, write: (path: string) => Promise<unknown>): Promise<{ bytes: number }> {
  return onDisk(target, async () => {
    if (await exists(target)) throw new AesopError('target-exists', { path: target });
    const temporary = temporaryPath(target);
    try {
      await write(temporary);
      await renamePatiently(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
    return { bytes: (await stat(target)).size };
  });
}

/** Writes a model in another format; what is there already is never overwritten. */
export const exportModel: Job<'export'> = async ({ model: folder, format, target }) => {
  const loaded = await warmModel(folder);
  const { write, target: kind } = formats[format];
  const { bytes } =
    kind === 'folder'
      ? await writeFolderAtomic(target, (temporary) => write(loaded, temporary))
      : await writeOneFile(target, (temporary) => write(loaded, temporary));
  return { target, bytes };
};
