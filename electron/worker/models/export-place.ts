import { lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { renamePatiently, temporaryPath, writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { makeFolder } from '../../storage/files/make-folder.ts';
import { packFolder } from '../../storage/models/model-archive.ts';

/** Where an export goes. */
interface ExportPlace {
  readonly target: string;
  /** what is written is a folder, which any ending but `''` packs */
  readonly isFolder: boolean;
  readonly ending: string;
  readonly replace: boolean;
}

type Fill = (place: string) => Promise<void>;

async function bytesBelow(path: string): Promise<number> {
  const status = await stat(path);
  if (!status.isDirectory()) return status.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => bytesBelow(join(path, name))));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Only a thing of the same kind is ever replaced. @throws AesopError `target-exists` */
async function refuseOthers({ target, isFolder, ending, replace }: ExportPlace): Promise<void> {
  const there = await lstat(target).catch(() => undefined);
  if (!there) return;
  const same = isFolder && ending === '' ? there.isDirectory() : there.isFile();
  if (!replace || !same) throw new AesopError('target-exists', { path: target });
}

/**
 * A folder is replaced by one that has files of all its names: an earlier export, and nothing that anybody keeps.
 * @throws AesopError `target-holds-more`
 */
async function refuseLosses(target: string, made: string): Promise<void> {
  const names = await readdir(target).catch((): string[] => []);
  const known = new Set(await readdir(made));
  const name = names.find((each) => !known.has(each));
  if (name !== undefined) throw new AesopError('target-holds-more', { path: target, name });
}

async function intoFolder({ target, replace }: ExportPlace, fill: Fill): Promise<void> {
  const filled = async (folder: string) => {
    await fill(folder);
    if (replace) await refuseLosses(target, folder);
  };
  await writeFolderAtomic(target, filled, { replace });
}

async function intoArchive({ target }: ExportPlace, fill: Fill): Promise<void> {
  const folder = temporaryPath(target);
  try {
    await mkdir(folder);
    await fill(folder);
    await packFolder(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function intoFile({ target }: ExportPlace, fill: Fill): Promise<void> {
  const temporary = temporaryPath(target);
  try {
    await fill(temporary);
    await renamePatiently(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Has a folder filled or a file made beside the target, and moves it there when it is whole.
 * @returns bytes of what stands there then
 * @throws AesopError `target-exists`, `target-holds-more`, `disk-full`, `no-permission`, and what `fill` throws; nothing is
 *   left behind then
 */
export function intoPlace(place: ExportPlace, fill: Fill): Promise<number> {
  const { target, isFolder, ending } = place;
  return onDisk(target, async () => {
    await refuseOthers(place);
    await makeFolder(dirname(target));
    const into = !isFolder ? intoFile : ending === '' ? intoFolder : intoArchive;
    await into(place, fill);
    return bytesBelow(target);
  });
}
