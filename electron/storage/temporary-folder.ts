import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import { diskError, systemCode } from './disk-errors.ts';

/**
 * Makes a folder for what lasts no longer than this process; whoever asked for it removes it.
 * @throws AesopError `disk-full`, `temporary-folder` where the place for temporary files is missing or cannot be written
 */
export async function temporaryFolder(purpose: 'inspect' | 'paste' | 'scratch' | 'serve'): Promise<string> {
  const path = tmpdir();
  try {
    return await mkdtemp(join(path, `aesop-${purpose}-`));
  } catch (thrown) {
    const error = diskError(thrown, path);
    if (!(error instanceof AesopError) || error.code === 'disk-full') throw error;
    throw new AesopError('temporary-folder', { path, code: systemCode(thrown) }, error.detail);
  }
}
