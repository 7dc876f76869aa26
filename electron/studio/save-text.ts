import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import type { RequestOutput, RequestValue } from '../contract/studio.ts';
import { writeFileAtomic } from '../storage/atomic.ts';
import type { Context } from './context.ts';
import { fileName } from './file-name.ts';

/**
 * Writes a text of the page into the granted place or, without one, into a file to fetch.
 * @throws AesopError `file-not-granted`, `disk-full`, `no-permission`, naming the file but not its folder
 */
export async function saveText(
  { files, scratch }: Pick<Context, 'files' | 'scratch'>,
  { name, text, target: token }: RequestValue<'stories.save'>,
): Promise<RequestOutput<'stories.save'>> {
  const path = token === undefined ? join(await scratch.folder(), fileName(name, 'story')) : files.target(token);
  try {
    await writeFileAtomic(path, text);
  } catch (thrown) {
    throw thrown instanceof AesopError
      ? new AesopError(thrown.code, { ...thrown.values, path: basename(path) })
      : thrown;
  }
  const { size: bytes } = await stat(path);
  return { file: token ?? files.grantMade(path), name: basename(path), bytes };
}
