import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AesopError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { MARK } from '../files/confinement.ts';
import { readJson, writeJson } from '../files/json.ts';

/** What every workspace of before the mark has from its first opening on. */
export const KIND_FOLDERS = ['corpora', 'runs', 'models', 'stories'];
/** What systems put into every folder or at the top of every drive, and what we had begun there: none of it makes a folder full. */
const LITTER =
  /^(\.DS_Store|\.localized|\.directory|Thumbs\.db|desktop\.ini|lost\+found|\.Trash(es|-\d+)|\.fseventsd|\.Spotlight-V100|\.TemporaryItems|\$RECYCLE\.BIN|System Volume Information|\.aesop-(copy-.*|workspace\.json\..*\.tmp))$/;
const schema = z.strictObject({ version: z.literal(versionOf('workspace')) });

/** What a folder is to us: `foreign` where other programs' things lie in it. */
export type PlaceKind = 'empty' | 'workspace' | 'foreign';

/**
 * Looks what a folder is, and writes nothing. A workspace has our mark, or is from before it: then all four folders of
 * things are there, each a folder or a link that the person made of it.
 * @throws errors of the file system
 */
export async function kindOfPlace(folder: string): Promise<PlaceKind> {
  const names = (await readdir(folder)).filter((name) => !LITTER.test(name));
  if (names.length === 0) return 'empty';
  const factsOf = (name: string) => lstat(join(folder, name)).catch(() => undefined);
  if ((await factsOf(MARK))?.isFile()) return 'workspace';
  const old = await Promise.all(KIND_FOLDERS.map(factsOf));
  return old.every((facts) => facts?.isDirectory() || facts?.isSymbolicLink()) ? 'workspace' : 'foreign';
}

/** Writes the mark of a new workspace. @throws AesopError `disk-full`, `no-permission` */
export function writeMark(root: string): Promise<void> {
  return writeJson(join(root, MARK), { version: versionOf('workspace') });
}

/**
 * Gives a workspace its mark where it has none that can be read; where it may not be written it does without.
 * @throws AesopError `model-newer` for the workspace of a later Aesop
 */
export async function renewMark(root: string): Promise<void> {
  try {
    await readJson(join(root, MARK), 'workspace', schema);
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'model-newer') throw thrown;
    await writeMark(root).catch(() => {});
  }
}
