import { createWriteStream } from 'node:fs';
import { rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, inflateRawSync } from 'node:zlib';
import { IMPORT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { ForeignFile } from '../../../../engine/formats/import/index.ts';
import { openToRead } from '../../../../storage/files/open-to-read.ts';
import { archiveError } from '../../../../storage/models/model-archive.ts';
import { requireSpace } from '../../../../storage/models/model-intake.ts';
import { exactly } from '../../../../storage/models/observed.ts';
import {
  findEvery,
  isStored,
  unpacking,
  UnfitArchive,
  type PackedFile,
} from '../../../../storage/models/zip-reader.ts';
import { temporaryFolder } from '../../../../storage/processes/temporary-folder.ts';
import { bytesAt, OpenFiles, type Place } from './place.ts';

/** By so many bytes of a long file, as they lie in the archive, it is told what it is; nothing is unpacked for that. */
const [LONG, HEAD_BYTES] = [2 ** 16, 2 ** 14];

/** Brings a packed file to `target`, not a byte more than the archive says that it has. */
async function unpack(archive: FileHandle, packed: PackedFile, file: string, target: Writable): Promise<void> {
  const counted = exactly(packed.size, () => new UnfitArchive(message('phrases.archive-torn')));
  const [first, ...stages] = unpacking(archive, packed, file);
  await pipeline([first, ...stages, counted, target]);
}

/** What the first bytes of a packed file come to; its checksum is not looked at. */
async function headOf(archive: FileHandle, packed: PackedFile): Promise<Buffer> {
  const bytes = await bytesAt(archive, packed.start, packed.packed).read(0, Math.min(HEAD_BYTES, packed.packed));
  // at once: Node 18 crashes where a stream that unpacks is destroyed at work
  return isStored(packed) ? bytes : inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

/** Checks a file that lies in its archive as it is. */
const checkStored = (archive: FileHandle, packed: PackedFile, file: string): Promise<void> =>
  unpack(archive, packed, file, new Writable({ write: (_piece, _encoding, done) => done() }));

/**
 * A packed file as bytes at any place. All of it is brought to where it can be read, and checked, as soon as more is asked
 * for than the head of a long one.
 */
function bytesOf(size: number, head: () => Promise<Buffer>, whole: () => Promise<ForeignFile>): ForeignFile {
  let [first, all]: [Promise<Buffer>?, Promise<ForeignFile>?] = [];
  return {
    bytes: size,
    async read(position, length) {
      if (!all && size > LONG && position >= 0 && length >= 0) {
        const begins = await (first ??= head());
        if (position + length <= begins.length) return begins.subarray(position, position + length);
      }
      return (await (all ??= whole())).read(position, length);
    },
  };
}

/**
 * The files of an archive: read where they lie if they lie there as they are, else unpacked under numbers where more than
 * their beginning is asked for. None of its names becomes a path.
 * @param name how errors call it
 * @throws AesopError `archive-damaged`, `not-a-model`, `model-space-short`
 */
export async function archivePlace(archive: FileHandle, name: string): Promise<Place> {
  const inWords = <T>(work: Promise<T>): Promise<T> =>
    work.catch((thrown: unknown) => {
      throw archiveError(thrown, name);
    });
  const entries = await inWords(findEvery(archive, IMPORT_LIMITS.files));
  const files = [...entries.keys()];
  const folder = await temporaryFolder('import');
  const opened = new OpenFiles(async (file) => {
    const [packed, path] = [entries.get(file)!, join(folder, String(files.indexOf(file)))];
    await requireSpace(folder, packed.size, name);
    await inWords(unpack(archive, packed, file, createWriteStream(path, { flags: 'wx' })));
    return openToRead(path);
  });
  const wholeOf = async (file: string, packed: PackedFile): Promise<ForeignFile> => {
    const { size, start } = packed;
    if (!isStored(packed)) return bytesAt(await opened.get(file), 0, size);
    await inWords(checkStored(archive, packed, file));
    return bytesAt(archive, start, size);
  };
  return {
    files,
    handle: (file) => opened.get(file),
    async bytes(file) {
      const packed = entries.get(file)!;
      return bytesOf(
        packed.size,
        () => inWords(headOf(archive, packed)),
        () => wholeOf(file, packed),
      );
    },
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
