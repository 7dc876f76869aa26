import { basename, join } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import { onDisk, systemCode } from './disk-errors.ts';
import { takeModel, type ModelFile, type OfferedFile } from './model-intake.ts';
import { openPlainFile } from './plain-file.ts';

const PIECE = 1 << 20;

/** A file of a folder; neither links out of it nor anything but a plain file are followed or opened. */
async function offered(path: string, id: string, file: ModelFile): Promise<OfferedFile | undefined> {
  const open = () =>
    openPlainFile(path, { links: false }).catch((thrown: unknown) => {
      if (systemCode(thrown) === 'ELOOP' || (thrown instanceof AesopError && thrown.code === 'file-damaged'))
        throw new AesopError('model-damaged', { id, file }, String(thrown));
      throw thrown;
    });
  try {
    const { handle, bytes } = await open();
    await handle.close();
    return {
      bytes,
      // one byte more than was said shows that there are more
      open: async () => [(await open()).handle.createReadStream({ highWaterMark: PIECE, end: bytes })],
    };
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/**
 * Copies the files of a model from elsewhere into another folder, which is empty.
 * @param name how errors call the model
 * @throws AesopError as `takeModel`, and `no-permission`
 */
export function copyModelFiles(from: string, to: string, name = basename(from)): Promise<void> {
  return onDisk(from, () =>
    takeModel({ name, find: (file) => onDisk(join(from, file), () => offered(join(from, file), name, file)) }, to),
  );
}
