import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import type { RequestOutput, RequestValue } from '../../contract/studio.ts';
import { writeFileAtomic } from '../../storage/files/atomic.ts';
import type { Context } from '../context.ts';
import { fileName } from '../files/file-name.ts';

/**
 * Writes a text of the page into the granted place or, without one, into a file to fetch.
 * @throws AesopError `file-not-granted`, `disk-full`, `no-permission`, naming the file but not its folder
 */
export async function saveText(
  { files, scratch }: Pick<Context, 'files' | 'scratch'>,
  { name, text, target }: RequestValue<'stories.save'>,
): Promise<RequestOutput<'stories.save'>> {
  if (target !== undefined) return { file: target, ...(await written(files.target(target), text)) };
  return scratch.filled(async (folder) => {
    const path = join(folder, fileName(name, 'story'));
    const made = await written(path, text);
    return { file: files.grantMade(path, () => scratch.remove(folder)), ...made };
  });
}

async function written(path: string, text: string): Promise<{ name: string; bytes: number }> {
  try {
    await writeFileAtomic(path, text);
  } catch (thrown) {
    throw thrown instanceof AesopError
      ? new AesopError(thrown.code, { ...thrown.values, path: basename(path) })
      : thrown;
  }
  return { name: basename(path), bytes: (await stat(path)).size };
}
