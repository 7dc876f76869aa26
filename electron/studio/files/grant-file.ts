import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import type { GrantedFile } from '../../contract/host.ts';
import type { Grants } from './grants.ts';

/**
 * A file of the system, as a handle for the page.
 * @param name what it is called there
 * @throws AesopError `file-missing`
 */
export async function grantFile(
  { files }: { readonly files: Grants },
  path: string,
  name = basename(path),
): Promise<GrantedFile> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) throw new AesopError('file-missing', { path: basename(path) });
  return { file: files.grant(path, name), name, bytes: facts.size };
}
