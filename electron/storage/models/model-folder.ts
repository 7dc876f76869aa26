import { basename, join } from 'node:path';
import { AesopError, type ErrorCode } from '../../contract/errors.ts';
import { onDisk } from '../files/disk-errors.ts';
import { takeModel, type ModelFile, type OfferedFile } from './model-intake.ts';
import { openToRead } from '../files/open-to-read.ts';

const PIECE = 1 << 20;
/** What stands in the place of a file and is none. */
const NO_FILE: readonly ErrorCode[] = ['not-a-file', 'file-is-folder', 'link-unfollowed'];

/** A file of a folder: a link would lead out of it, and nothing but a file is opened. */
async function offered(path: string, id: string, file: ModelFile): Promise<OfferedFile | undefined> {
  const open = () =>
    openToRead(path, { links: false }).catch((thrown: unknown) => {
      if (!(thrown instanceof AesopError) || !NO_FILE.includes(thrown.code)) throw thrown;
      throw new AesopError('model-damaged', { id, file }, thrown.message);
    });
  try {
    const handle = await open();
    const { size: bytes } = await handle.stat().finally(() => handle.close());
    return {
      bytes,
      // one byte more than was said shows that there are more
      open: async () => [(await open()).createReadStream({ highWaterMark: PIECE, end: bytes })],
    };
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'file-missing') return undefined;
    throw thrown;
  }
}

/**
 * Copies the files of a model from elsewhere into another folder, which is empty.
 * @param name how errors call the model
 * @throws AesopError as `takeModel`, and `no-permission`
 */
export function copyModelFiles(from: string, to: string, name = basename(from)): Promise<void> {
  return onDisk(from, () => takeModel({ name, find: (file) => offered(join(from, file), name, file) }, to));
}

/** The same of files that lie anywhere, by their names. */
export function takeModelFiles(
  files: readonly { path: string; name: string }[],
  to: string,
  name: string,
): Promise<void> {
  const find = async (file: ModelFile) => {
    const found = files.find((each) => each.name === file);
    return found && offered(found.path, name, file);
  };
  return onDisk(files[0].path, () => takeModel({ name, find }, to));
}
