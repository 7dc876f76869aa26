import { mkdtempSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { diskError, systemCode } from '../files/disk-errors.ts';
import { hasEnded, PROCESS_MARK, processMark } from './processes.ts';

const PURPOSES = ['import', 'inspect', 'paste', 'scratch', 'serve'] as const;
const NAME = new RegExp(`^aesop-(?:${PURPOSES.join('|')})-(${PROCESS_MARK.source})-\\w{6}$`);

/**
 * Makes a folder for what lasts no longer than this process; whoever asked for it removes it, `sweepTemporaryFolders`
 * where it was killed.
 * @throws AesopError `disk-full`, `temporary-folder` where the place for temporary files is missing or cannot be written
 */
export async function temporaryFolder(purpose: (typeof PURPOSES)[number]): Promise<string> {
  const path = tmpdir();
  const mark = await processMark();
  try {
    // at once: whoever asked for it knows of it before a signal can end this process
    return mkdtempSync(join(path, `aesop-${purpose}-${mark}-`));
  } catch (thrown) {
    const error = diskError(thrown, path);
    if (!(error instanceof AesopError) || error.code === 'disk-full') throw error;
    throw new AesopError('temporary-folder', { path, code: systemCode(thrown) }, error.detail);
  }
}

/** Removes the temporary folders of Aesops of this account that were killed; those of living ones stay. */
export async function sweepTemporaryFolders(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const mark = NAME.exec(name)?.[1];
    if (mark === undefined || !(await hasEnded(mark))) continue;
    const path = join(tmpdir(), name);
    const facts = await lstat(path).catch(() => undefined);
    const own = facts?.isDirectory() && facts.uid === (process.getuid?.() ?? facts.uid);
    if (own) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}
