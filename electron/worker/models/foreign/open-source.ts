import { stat } from 'node:fs/promises';
import { AesopError } from '../../../contract/errors.ts';
import type { ForeignSource } from '../../../engine/formats/import/index.ts';
import { onDisk } from '../../../storage/files/disk-errors.ts';
import { archivePlace } from './places/in-archive.ts';
import { filesPlace, folderPlace, type NamedFile } from './places/on-disk.ts';
import type { Place } from './places/place.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A source that holds files open; whoever opened it closes it. */
export interface OpenSource extends ForeignSource {
  within(file: string): Promise<OpenSource | undefined>;
  close(): Promise<void>;
}

/** A source over a place, which it closes. What is packed in its files is opened once and closed with it. */
function sourceOf(name: string, place: Place): OpenSource {
  const inner = new Map<string, Promise<OpenSource | undefined>>();
  const known = (file: string) => {
    if (!place.files.includes(file)) throw new AesopError('model-file-missing', { id: name, file });
    return file;
  };
  const unpacked = async (file: string): Promise<OpenSource | undefined> => {
    const content = await place.bytes(known(file));
    if (content.bytes < ZIP.length || !(await content.read(0, ZIP.length)).equals(ZIP)) return undefined;
    return sourceOf(file, await archivePlace(await place.handle(file), file));
  };
  return {
    name,
    files: place.files,
    open: async (file) => place.bytes(known(file)),
    within(file) {
      const opening = inner.get(file) ?? unpacked(file);
      inner.set(file, opening);
      return opening;
    },
    async close() {
      for (const opening of await Promise.allSettled(inner.values()))
        if (opening.status === 'fulfilled') await opening.value?.close();
      await place.close();
    },
  };
}

/** One file by itself, or what is packed in it. */
async function ofFile(path: string, name: string): Promise<OpenSource> {
  const source = sourceOf(name, filesPlace([{ path, name }]));
  try {
    const packed = await source.within(name);
    return packed ? { ...packed, close: source.close } : source;
  } catch (thrown) {
    await source.close();
    throw thrown;
  }
}

/**
 * What a person chose as a source: a folder, an archive, one file, or several.
 * @param beside files that came together with it
 * @throws AesopError as the disk and the archive are
 */
export function openSource(path: string, name: string, beside: readonly NamedFile[] = []): Promise<OpenSource> {
  return onDisk(path, async () => {
    if (beside.length > 0) return sourceOf(name, filesPlace([{ path, name }, ...beside]));
    return (await stat(path)).isDirectory() ? sourceOf(name, await folderPlace(path, name)) : ofFile(path, name);
  });
}
