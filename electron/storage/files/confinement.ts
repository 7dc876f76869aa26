import { constants } from 'node:fs';
import { lstat, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { AesopError } from '../../contract/errors.ts';
import { systemCode } from './disk-errors.ts';

/** Windows knows neither flag: there the look before opening has to do. */
const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDWR } = constants;
const FLAGS = { append: O_APPEND | O_CREAT | O_RDWR, change: O_RDWR };
/** Texts and what is learnt from them are one person's own. */
const PRIVATE = { file: 0o600, folder: 0o700 };

const roots = new Set<string>();

/**
 * From now on this process writes below `root` only into plain files and folders. A workspace may come from somebody
 * else: a link in it must not lead what we write or delete to other places. `root` itself may be a link.
 */
export function confine(root: string): void {
  roots.add(root);
}

/** Steps from a folder down to a path; nothing where the path lies elsewhere. */
export function stepsBetween(outer: string, inner: string): string[] | undefined {
  const way = relative(outer, inner);
  if (way === '') return [];
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep);
}

/** Mode for what is made at `path`: private in a workspace, whatever the umask; elsewhere as the person has it. */
export function modeFor(path: string, kind: keyof typeof PRIVATE): number | undefined {
  return [...roots].some((root) => stepsBetween(root, path)) ? PRIVATE[kind] : undefined;
}

/** The file by which a folder is known to be a workspace. */
export const MARK = 'aesop-workspace.json';
/** Roots that were seen to be workspaces. */
const begun = new Set<string>();

/**
 * Looks whether the workspace of a folder that is to be made is still where it was. Without it, its drive was taken away:
 * what is made there then would lie hidden below the drive once that is back.
 * @throws AesopError `workspace-gone` where nothing is left of what was there
 */
export async function refuseBareRoot(path: string): Promise<void> {
  for (const root of roots) {
    const depth = stepsBetween(root, path)?.length ?? 0;
    // the root itself may be begun anew, and what lies deeper is made only once its folder at the top is
    if (depth === 0 || (depth > 1 && begun.has(root))) continue;
    const names: string[] | undefined = await readdir(root).catch((thrown: unknown) =>
      systemCode(thrown) === 'ENOENT' ? [] : undefined,
    );
    if (names?.includes(MARK)) begun.add(root);
    else if (names?.length === 0 && begun.has(root)) throw new AesopError('workspace-gone', { path: root });
  }
}

const factsOf = (path: string) => lstat(path).catch(() => undefined);

/**
 * Looks whether `path`, and every folder between it and its workspace, is there without a link; what is missing is well.
 * @throws AesopError `not-plain` naming the link
 */
export async function refuseLinks(path: string): Promise<void> {
  for (const root of roots) {
    let place = root;
    for (const step of stepsBetween(root, path) ?? []) {
      place = join(place, step);
      if ((await factsOf(place))?.isSymbolicLink()) throw new AesopError('not-plain', { path: place });
    }
  }
}

/**
 * Opens a file for writing, never by way of a link and never a device or a pipe, which would wait for ever.
 * @param how `append` makes it where it is missing; both may read
 * @throws AesopError `not-plain`; errors of the file system
 */
export async function openForWriting(path: string, how: keyof typeof FLAGS): Promise<FileHandle> {
  await refuseLinks(dirname(path));
  const facts = await factsOf(path);
  if (facts && !facts.isFile()) throw new AesopError('not-plain', { path });
  try {
    return await open(path, FLAGS[how] | O_NOFOLLOW | O_NONBLOCK, modeFor(path, 'file'));
  } catch (thrown) {
    throw systemCode(thrown) === 'ELOOP' ? new AesopError('not-plain', { path }) : thrown;
  }
}
