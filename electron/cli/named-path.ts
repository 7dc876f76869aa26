import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AesopError, systemError } from '../contract/errors.ts';
import { requireFile } from '../contract/file-kinds.ts';
import { systemEntry } from '../contract/system-errors.ts';

/** Of these the kernel gives every process its own: what this one sees under such a name, a worker does not. */
const OWN_FILES = /^\/(?:dev|proc)\//;
/** What a name answers that stands for nothing. */
const NOTHING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

async function look(path: string) {
  return stat(path).catch((thrown: NodeJS.ErrnoException) => {
    if (NOTHING.has(thrown.code ?? '')) return undefined;
    throw systemError(thrown, path) ?? thrown;
  });
}

/** What a path names, or nothing. @throws AesopError what the system says of it, such as `no-permission` */
export async function kindOfPath(path: string): Promise<'file' | 'folder' | undefined> {
  const status = await look(path);
  return status && (status.isDirectory() ? 'folder' : 'file');
}

/**
 * A place to write to lies in a folder that is there: one that is not is rather mistyped.
 * @throws AesopError `folder-missing`, `not-a-folder`, what the system says of it
 */
export async function requireFolderAbove(target: string): Promise<void> {
  const path = dirname(target);
  const kind = await kindOfPath(path);
  if (kind !== 'folder') throw new AesopError(kind === 'file' ? 'not-a-folder' : 'folder-missing', { path });
}

/** There is nothing under a name that a person gave. */
export function missingFile(asked: string): AesopError {
  const unreadable = systemEntry('ENOENT', asked) === 'name-unreadable';
  return new AesopError(unreadable ? 'name-unreadable' : 'file-missing', { path: asked });
}

/**
 * The path of a file that a person names; nothing where there is none.
 * @throws AesopError `file-is-folder`, or `not-a-file` for a pipe, a socket or a device; what the system says of it
 */
export async function findFile(asked: string): Promise<string | undefined> {
  const path = resolve(asked);
  const status = await look(path);
  if (status === undefined) return undefined;
  requireFile(status, asked || path);
  return OWN_FILES.test(path) ? realpath(path).catch(() => path) : path;
}
