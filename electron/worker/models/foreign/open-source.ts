import type { FileHandle } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AesopError } from '../../../contract/errors.ts';
import { IMPORT_LIMITS } from '../../../contract/limits.ts';
import { message } from '../../../contract/message.ts';
import type { ForeignFile, ForeignSource } from '../../../engine/formats/import/index.ts';
import { onDisk } from '../../../storage/files/disk-errors.ts';
import { openToRead } from '../../../storage/files/open-to-read.ts';
import { archiveError } from '../../../storage/models/model-archive.ts';
import { requireSpace } from '../../../storage/models/model-intake.ts';
import { observed } from '../../../storage/models/observed.ts';
import { findEvery, unpacking, UnfitArchive, type PackedFile } from '../../../storage/models/zip-reader.ts';
import { temporaryFolder } from '../../../storage/processes/temporary-folder.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A source that holds files open; whoever opened it closes it. */
export interface OpenSource extends ForeignSource {
  /** What is packed in one of its files, where that is an archive; it is closed with the source that it is in. */
  within(file: string): Promise<OpenSource | undefined>;
  close(): Promise<void>;
}

/** An open file as bytes at any place. */
async function bytesAt(handle: FileHandle): Promise<ForeignFile> {
  const { size: bytes } = await handle.stat();
  return {
    bytes,
    async read(position, length) {
      if (position < 0 || length < 0 || position + length > bytes)
        throw new RangeError(`${position + length} is beyond ${bytes} bytes`);
      const content = Buffer.allocUnsafeSlow(length);
      for (let done = 0; done < length;) {
        const { bytesRead } = await handle.read(content, done, length - done, position + done);
        if (bytesRead === 0) throw new RangeError('the file became shorter');
        done += bytesRead;
      }
      return content;
    },
  };
}

/** Files by their names, each opened once. */
function sourceOf(
  name: string,
  files: readonly string[],
  openFile: (file: string) => Promise<FileHandle>,
  closed: () => Promise<void> = async () => {},
): OpenSource {
  const handles = new Map<string, FileHandle>();
  const inner: OpenSource[] = [];
  const handleOf = async (file: string) => {
    if (!files.includes(file)) throw new AesopError('model-file-missing', { id: name, file });
    const handle = handles.get(file) ?? (await openFile(file));
    handles.set(file, handle);
    return handle;
  };
  return {
    name,
    files,
    open: async (file) => bytesAt(await handleOf(file)),
    async within(file) {
      const handle = await handleOf(file);
      if (!(await isZip(handle))) return undefined;
      const source = await ofZip(handle, file);
      inner.push(source);
      return source;
    },
    async close() {
      for (const source of inner) await source.close();
      for (const handle of handles.values()) await handle.close();
      await closed();
    },
  };
}

/** The plain files of a folder; those in folders of it, hidden ones and links are left alone. */
async function ofFolder(path: string, name: string): Promise<OpenSource> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  );
  if (entries.length > IMPORT_LIMITS.files) throw new AesopError('not-a-model', { name });
  const files = entries.map((entry) => entry.name).sort();
  return sourceOf(name, files, (file) => openToRead(join(path, file), { links: false }));
}

/** Brings a packed file to `path`, not a byte more than the archive says that it has. */
async function unpack(archive: FileHandle, packed: PackedFile, file: string, path: string): Promise<void> {
  let seen = 0;
  const torn = () => new UnfitArchive(message('phrases.archive-torn'));
  const counted = observed(
    (piece) => {
      if ((seen += piece.length) > packed.size) throw torn();
    },
    () => {
      if (seen !== packed.size) throw torn();
    },
  );
  const [first, ...stages] = unpacking(archive, packed, file);
  await pipeline([first, ...stages, counted, createWriteStream(path, { flags: 'wx' })]);
}

/**
 * The files of an archive, unpacked under numbers where they are asked for: none of its names becomes a path.
 * @throws AesopError `archive-damaged`, `not-a-model`, `model-space-short`
 */
async function ofZip(archive: FileHandle, name: string): Promise<OpenSource> {
  const inWords = <T>(work: Promise<T>): Promise<T> =>
    work.catch((thrown: unknown) => {
      throw archiveError(thrown, name);
    });
  const packed = await inWords(findEvery(archive, IMPORT_LIMITS.files));
  const folder = await temporaryFolder('import');
  const files = [...packed.keys()];
  const openFile = async (file: string) => {
    const [entry, path] = [packed.get(file)!, join(folder, String(files.indexOf(file)))];
    await requireSpace(folder, entry.size, name);
    await inWords(unpack(archive, entry, file, path));
    return openToRead(path);
  };
  return sourceOf(name, files, openFile, () => rm(folder, { recursive: true, force: true }));
}

const isZip = async (handle: FileHandle): Promise<boolean> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
  return bytesRead === ZIP.length && buffer.equals(ZIP);
};

/** One file by itself, or what is packed in it. */
async function ofFile(path: string, name: string): Promise<OpenSource> {
  const source = sourceOf(name, [name], () => openToRead(path));
  try {
    const packed = await source.within(name);
    return packed ? { ...packed, close: source.close } : source;
  } catch (thrown) {
    await source.close();
    throw thrown;
  }
}

/**
 * What a person chose as a source: a folder, an archive, or one file.
 * @throws AesopError as the disk and the archive are
 */
export function openSource(path: string, name: string): Promise<OpenSource> {
  return onDisk(path, async () => ((await stat(path)).isDirectory() ? ofFolder(path, name) : ofFile(path, name)));
}
