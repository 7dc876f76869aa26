import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AesopError } from '../../contract/errors.ts';
import { onDisk, systemCode } from './disk-errors.ts';
import { makeFolder } from './make-folder.ts';
import { modeFor } from './confinement.ts';
import { serially } from './serial.ts';

const ON_WINDOWS = process.platform === 'win32';
/** Virus scanners and indexers hold a file for moments only. */
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY']);
const TRIES = 10;
/** What network and FUSE file systems answer that know no syncing of folders. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR']);

/** A new hidden name beside `target`; it tells the process that made it, so that only strays are ever cleaned up. */
export function temporaryPath(target: string, suffix: 'tmp' | 'old' = 'tmp'): string {
  const unique = `${process.pid}-${randomBytes(6).toString('hex')}`;
  return join(dirname(target), `.${basename(target)}.${unique}.${suffix}`);
}

/** Renames; on Windows it tries again for about two seconds while another program holds the file. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (thrown) {
      if (!ON_WINDOWS || attempt === TRIES || !PASSING.has(systemCode(thrown))) throw thrown;
      await wait(4 * 2 ** Math.min(attempt, 7));
    }
  }
}

async function syncPath(path: string, flags: 'r' | 'r+', mode?: number): Promise<void> {
  const handle = await open(path, flags);
  try {
    // Memory sticks and some network drives know no modes.
    if (mode !== undefined) await handle.chmod(mode).catch(() => {});
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names inside a folder last through a power cut, where the file system can be asked to. */
export async function syncFolder(folder: string): Promise<void> {
  if (ON_WINDOWS) return;
  await syncPath(folder, 'r').catch((thrown: unknown) => {
    if (!CANNOT_SYNC.has(systemCode(thrown))) throw thrown;
  });
}

/** Makes every file and name below a folder last through a power cut; in a workspace the files become private. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncPath(path, ON_WINDOWS ? 'r+' : 'r', ON_WINDOWS ? undefined : modeFor(path, 'file'));
  }
  await syncFolder(folder);
}

/**
 * Writes a file so that at any moment, a power cut included, either the old or the new content is there whole.
 * Writes to one path happen one after the other. A link of that name is replaced, not followed.
 * @throws AesopError `disk-full`, `no-permission`, `not-plain` in a linked folder of a workspace; the old content is then untouched
 */
export function writeFileAtomic(path: string, data: string | Uint8Array): Promise<void> {
  return serially(path, () =>
    onDisk(path, async () => {
      await makeFolder(dirname(path));
      const temporary = temporaryPath(path);
      try {
        const handle = await open(temporary, 'wx', modeFor(path, 'file'));
        try {
          await handle.writeFile(data);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await renamePatiently(temporary, path);
      } catch (thrown) {
        await rm(temporary, { force: true });
        throw thrown;
      }
      await syncFolder(dirname(path));
    }),
  );
}

/**
 * Makes a folder that appears under its name only when it is whole: `fill` writes into a temporary one, every file is
 * synced, then it is renamed into place.
 * @param replace take the place of a folder that is there; otherwise that is `target-exists`
 * @throws AesopError `disk-full`, `no-permission`, `target-exists`, `not-plain` in a linked folder of a workspace, and what
 * `fill` throws; nothing is left behind then
 */
export function writeFolderAtomic<T>(
  target: string,
  fill: (folder: string) => Promise<T>,
  { replace = false }: { replace?: boolean } = {},
): Promise<T> {
  return serially(target, () =>
    onDisk(target, async () => {
      await makeFolder(dirname(target));
      const temporary = temporaryPath(target);
      try {
        await mkdir(temporary, { mode: modeFor(target, 'folder') });
        const result = await fill(temporary);
        await syncTree(temporary);
        await moveIntoPlace(temporary, target, replace);
        await syncFolder(dirname(target));
        return result;
      } catch (thrown) {
        await rm(temporary, { recursive: true, force: true });
        throw thrown;
      }
    }),
  );
}

/** Whether anything stands under that path. */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function moveIntoPlace(temporary: string, target: string, replace: boolean): Promise<void> {
  if (!(await exists(target))) return renamePatiently(temporary, target);
  if (!replace) throw new AesopError('target-exists', { path: target });
  const old = temporaryPath(target, 'old');
  await renamePatiently(target, old);
  await renamePatiently(temporary, target);
  await rm(old, { recursive: true, force: true });
}
