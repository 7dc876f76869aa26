import type { FileHandle } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AesopError } from '../../../../contract/errors.ts';
import { IMPORT_LIMITS } from '../../../../contract/limits.ts';
import { openToRead } from '../../../../storage/files/open-to-read.ts';
import { bytesAt, OpenFiles, type Place } from './place.ts';

/** A file, and what a person calls it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

function placeOf(files: readonly string[], open: (file: string) => Promise<FileHandle>): Place {
  const opened = new OpenFiles(open);
  return {
    files,
    handle: (file) => opened.get(file),
    async bytes(file) {
      const handle = await opened.get(file);
      return bytesAt(handle, 0, (await handle.stat()).size);
    },
    close: () => opened.close(),
  };
}

/** Files wherever they lie, by the names that a person knows; of two of one name the first. */
export function filesPlace(files: readonly NamedFile[]): Place {
  const paths = new Map([...files].reverse().map(({ name, path }) => [name, path]));
  return placeOf([...paths.keys()].sort(), (file) => openToRead(paths.get(file)!));
}

/** The plain files of a folder; those in folders of it, hidden ones and links are left alone. */
export async function folderPlace(path: string, name: string): Promise<Place> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  );
  if (entries.length > IMPORT_LIMITS.files) throw new AesopError('not-a-model', { name });
  const files = entries.map((entry) => entry.name).sort();
  return placeOf(files, (file) => openToRead(join(path, file), { links: false }));
}
