import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AesopError, systemError } from '../../contract/errors.ts';
import { MOST_SOURCES } from '../../contract/limits.ts';

/** Folders in one another that are looked into. */
const DEPTH = 32;

/** As people count: `part 2` before `part 10`; the same on every machine. */
const natural = new Intl.Collator('en', { numeric: true });
const inOrder = (a: string, b: string) => natural.compare(a, b) || (a < b ? -1 : 1);

/** A file in a folder; its name is its path from there. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

/** A linked file stands for itself; into linked folders nobody goes, since they may lead in circles. */
const isLinkedFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

async function gather(folder: string, within: string, depth: number, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const seen = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of seen.sort((a, b) => inOrder(a.name, b.name))) {
    const [path, name] = [join(folder, entry.name), `${within}${entry.name}`];
    if (entry.isDirectory()) {
      // what cannot be looked into is told of as a file that cannot be read
      if (depth < DEPTH)
        await gather(path, `${name}/`, depth + 1, found).catch((thrown: unknown) =>
          passOver(thrown, { path, name }, found),
        );
    } else if (!entry.isSymbolicLink() || !(await isLinkedFolder(path))) found.push({ path, name });
    if (found.length > MOST_SOURCES) throw new AesopError('files-many', { limit: MOST_SOURCES });
  }
}

function passOver(thrown: unknown, folder: FoundFile, found: FoundFile[]): void {
  if (thrown instanceof AesopError) throw thrown;
  found.push(folder);
}

/**
 * All files of a folder and of those in it, in natural order; hidden ones are left alone. Whether they can be read is for
 * the reader to find out.
 * @throws AesopError `folder-empty`, `files-many`; what the system says of the folder
 */
export async function filesIn(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  await gather(folder, '', 0, found).catch((thrown: unknown) => {
    throw systemError(thrown, folder) ?? thrown;
  });
  if (found.length === 0) throw new AesopError('folder-empty', { path: basename(folder) });
  return found;
}
