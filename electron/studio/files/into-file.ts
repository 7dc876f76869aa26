import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import type { RequestOutput } from '../../contract/studio.ts';
import type { Context } from '../context.ts';
import { fileName } from './file-name.ts';

/**
 * Has a file written into the granted place or, without one, into a file to fetch.
 * @param name as the page calls it; `otherwise` where nothing of that can be a name
 * @param write at the path that it is given, whole or not at all
 * @throws AesopError `file-not-granted`, `disk-full`, `no-permission`, naming the file but not its folder
 */
export async function intoFile(
  { files, scratch }: Pick<Context, 'files' | 'scratch'>,
  { name, otherwise, target }: { name: string; otherwise: string; target?: string },
  write: (path: string) => Promise<void>,
): Promise<RequestOutput<'stories.save'>> {
  if (target !== undefined) return { file: target, ...(await written(files.target(target), write)) };
  return scratch.filled(async (folder) => {
    const made = await written(join(folder, fileName(name, otherwise)), write);
    return { file: files.grantMade(join(folder, made.name), () => scratch.remove(folder)), ...made };
  });
}

async function written(path: string, write: (path: string) => Promise<void>): Promise<{ name: string; bytes: number }> {
  try {
    await write(path);
  } catch (thrown) {
    throw thrown instanceof AesopError
      ? new AesopError(thrown.code, { ...thrown.values, path: basename(path) })
      : thrown;
  }
  return { name: basename(path), bytes: (await stat(path)).size };
}
