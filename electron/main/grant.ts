import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import type { GrantedFile } from '../contract/host.ts';
import type { Studio } from '../studio/index.ts';

/**
 * A file of the system, as a handle for the page.
 * @throws AesopError `file-missing`
 */
export async function grantFile(studio: Studio, path: string): Promise<GrantedFile> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) throw new AesopError('file-missing', { path: basename(path) });
  return { file: studio.files.grant(path), name: basename(path), bytes: facts.size };
}
