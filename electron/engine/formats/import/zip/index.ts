import { Readable } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { message } from '../../../../contract/message.ts';
import { damaged, Fault, unfit } from '../faults.ts';
import type { ForeignFile, ForeignSource } from '../foreign-model.ts';
import { isTight } from '../stored-weight.ts';

const SIGNATURE = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
const MOST_ENTRIES = 1000;
const PIECE = 2 ** 22;
/** Bytes of a packed file that are unpacked into memory; Keras packs nothing, so that what is larger is read where it lies. */
const LARGEST_UNPACKED = 2 ** 30;

export const isZip = async (file: ForeignFile): Promise<boolean> =>
  file.bytes >= 22 && (await file.read(0, 4)).readUInt32LE() === SIGNATURE;

class Reader extends RandomAccessReader {
  readonly #file: ForeignFile;

  constructor(file: ForeignFile) {
    super();
    this.#file = file;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (fault: Error | null) => void,
  ): void {
    this.#file.read(position, length).then((bytes) => {
      bytes.copy(target, offset);
      done(null);
    }, done);
  }

  override _readStreamForRange(): Readable {
    throw new Error('only its headers are read by yauzl');
  }

  override close(done: (fault: Error | null) => void): void {
    done(null);
  }
}

/** What reads a stored file where it lies; its checksum is looked at once. */
async function stored(archive: ForeignFile, start: number, bytes: number): Promise<{ file: ForeignFile; crc: number }> {
  const file: ForeignFile = {
    bytes,
    async read(position, length) {
      if (position < 0 || position + length > bytes) throw new RangeError(`${length} bytes at ${position} of ${bytes}`);
      return archive.read(start + position, length);
    },
  };
  let crc = 0;
  for (let at = 0; at < bytes; at += PIECE) crc = crc32(await file.read(at, Math.min(PIECE, bytes - at)), crc);
  return { file, crc };
}

async function unpacked(
  archive: ForeignFile,
  start: number,
  entry: Entry,
): Promise<{ file: ForeignFile; crc: number }> {
  const { fileName: file, compressedSize: packed, uncompressedSize: bytes } = entry;
  if (bytes > LARGEST_UNPACKED) throw unfit(message('phrases.file-large', { bytes, limit: LARGEST_UNPACKED }));
  if (isTight(packed, bytes)) throw damaged(message('phrases.archive-tight', { file, packed, bytes }));
  let content: Buffer;
  try {
    content = inflateRawSync(await archive.read(start, packed), { maxOutputLength: Math.max(1, bytes) });
  } catch {
    throw damaged(message('phrases.archive-torn'));
  }
  if (content.length !== bytes) throw damaged(message('phrases.archive-torn'));
  return { file: inMemory(content), crc: crc32(content) };
}

/** Bytes that are in memory already. */
function inMemory(content: Buffer): ForeignFile {
  return {
    bytes: content.length,
    async read(position, length) {
      if (position < 0 || position + length > content.length)
        throw new RangeError(`${length} bytes at ${position} of ${content.length}`);
      return content.subarray(position, position + length);
    },
  };
}

async function openEntry(archive: ForeignFile, zip: ZipFile, entry: Entry): Promise<ForeignFile> {
  const { fileName: file, compressionMethod: method } = entry;
  if (entry.isEncrypted()) throw unfit(message('phrases.archive-encrypted', { file }));
  if (method !== STORED && method !== DEFLATED) throw unfit(message('phrases.archive-method', { file, method }));
  const { fileDataStart } = await told(() => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
  if (fileDataStart + entry.compressedSize > archive.bytes) throw damaged(message('phrases.ends-early'));
  const { file: opened, crc } =
    method === STORED
      ? await stored(archive, fileDataStart, entry.compressedSize)
      : await unpacked(archive, fileDataStart, entry);
  if (crc !== entry.crc32) throw damaged(message('phrases.archive-crc', { file }));
  return opened;
}

/** What yauzl says of an archive is that it is torn. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Fault || thrown instanceof RangeError) throw thrown;
    throw damaged(message('phrases.archive-torn'));
  }
}

/**
 * The files of a zip; a name in it is compared and nothing else.
 * @throws Fault where it is torn, holds a file twice or very many
 */
export async function openZip(name: string, archive: ForeignFile): Promise<ForeignSource> {
  const options = { lazyEntries: true, autoClose: false };
  const zip = await told(() => fromRandomAccessReaderPromise(new Reader(archive), archive.bytes, options));
  const entries = new Map<string, Entry>();
  await told(async () => {
    for await (const entry of zip.eachEntry()) {
      const file = entry.fileName;
      if (entries.size >= MOST_ENTRIES) throw damaged(message('phrases.archive-crowded', { limit: MOST_ENTRIES }));
      if (entries.has(file)) throw damaged(message('phrases.archive-twice', { file }));
      if (!file.endsWith('/')) entries.set(file, entry);
    }
  });
  return {
    name,
    files: [...entries.keys()],
    async open(file) {
      const entry = entries.get(file);
      if (!entry) throw damaged(message('phrases.archive-lacks'));
      return openEntry(archive, zip, entry);
    },
  };
}
