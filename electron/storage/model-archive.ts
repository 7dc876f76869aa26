import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { AesopError } from '../contract/errors.ts';
import { renamePatiently, temporaryPath } from './atomic.ts';
import { crc32 } from './crc.ts';
import { onDisk, systemCode } from './disk-errors.ts';
import { MODEL_FILES } from './model-folder.ts';
import {
  centralDirectory,
  dataOffset,
  directoryEntries,
  END_BYTES,
  findDirectory,
  LOCAL_BYTES,
  localHeader,
  type ZipEntry,
} from './zip-records.ts';

const PIECE = 1 << 18;
/** A zip's comment, which comes last, is at most this long. */
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 1 << 20;

async function writeAt(archive: FileHandle, bytes: Buffer, offset: number): Promise<number> {
  return (await archive.write(bytes, 0, bytes.length, offset)).bytesWritten;
}

async function packFile(archive: FileHandle, path: string, offset: number): Promise<ZipEntry> {
  const name = basename(path);
  const { size } = await stat(path);
  // The checksum comes before the bytes: its place is filled in when they are known.
  let at = offset + (await writeAt(archive, localHeader({ name, crc: 0, size }), offset));
  let crc = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    crc = crc32(piece, crc);
    at += await writeAt(archive, piece, at);
  }
  await writeAt(archive, localHeader({ name, crc, size }), offset);
  return { name, method: 0, crc, packed: size, size, offset };
}

/**
 * Packs the files of a folder into one zip, uncompressed: weights hardly shrink. It appears under its name only whole.
 * @throws AesopError `disk-full`, `no-permission`, `archive-too-large` from 4 GiB on
 */
export function packFolder(folder: string, archive: string): Promise<void> {
  return onDisk(archive, async () => {
    const temporary = temporaryPath(archive);
    const output = await open(temporary, 'wx');
    try {
      const entries: ZipEntry[] = [];
      let offset = 0;
      for (const name of (await readdir(folder)).sort()) {
        const entry = await packFile(output, join(folder, name), offset);
        entries.push(entry);
        offset += LOCAL_BYTES + Buffer.byteLength(name) + entry.size;
        if (offset >= 2 ** 32) throw new AesopError('archive-too-large', { path: archive });
      }
      await writeAt(output, centralDirectory(entries, offset), offset);
      await output.sync();
      await output.close();
      await renamePatiently(temporary, archive);
    } catch (thrown) {
      await output.close().catch(() => {});
      await rm(temporary, { force: true });
      throw thrown;
    }
  });
}

async function readAt(archive: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await archive.read(buffer, 0, length, offset);
  if (bytesRead < length) throw new RangeError('ends too early');
  return buffer;
}

async function listEntries(archive: FileHandle): Promise<ZipEntry[]> {
  const { size } = await archive.stat();
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const directory = findDirectory(await readAt(archive, size - length, length));
  if (!directory || directory.bytes > LARGEST_DIRECTORY) throw new RangeError('has no directory');
  return [...directoryEntries(await readAt(archive, directory.offset, directory.bytes))];
}

/** Passes bytes on as long as there are no more of them than the archive says. */
function limited(size: number): Transform {
  let seen = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      seen += piece.length;
      if (seen > size) done(new RangeError('holds more than it says'));
      else done(null, piece);
    },
  });
}

async function unpackFile(path: string, archive: FileHandle, entry: ZipEntry, target: string): Promise<void> {
  if (entry.method !== 0 && entry.method !== 8) throw new RangeError(`is packed by method ${entry.method}`);
  const start = dataOffset(entry.offset, await readAt(archive, entry.offset, LOCAL_BYTES));
  if (entry.packed === 0) return writeFile(target, '', { flag: 'wx' });
  const packed = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: PIECE });
  const inflate = entry.method === 8 ? [createInflateRaw()] : [];
  await pipeline([packed, ...inflate, limited(entry.size), createWriteStream(target, { flags: 'wx' })]);
}

/**
 * Unpacks the files of a model out of its archive; everything else in there is passed over, and no name of the archive
 * becomes a path.
 * @param name how errors call the archive
 * @throws AesopError `not-a-model`, `model-file-missing`, `disk-full`
 */
export function unpackModel(path: string, folder: string, name = basename(path)): Promise<void> {
  return onDisk(path, async () => {
    const archive = await open(path);
    try {
      const entries = await listEntries(archive);
      const found = MODEL_FILES.map((file) => ({
        file,
        entry: entries.find((entry) => basename(entry.name.replaceAll('\\', '/')) === file),
      }));
      if (found.every(({ entry }) => !entry)) throw new RangeError('holds no model');
      for (const { file, entry } of found) {
        if (!entry) throw new AesopError('model-file-missing', { id: name, file });
        await unpackFile(path, archive, entry, join(folder, file));
      }
    } catch (thrown) {
      if (thrown instanceof RangeError || systemCode(thrown).startsWith('Z_'))
        throw new AesopError('not-a-model', { name }, String(thrown));
      throw thrown;
    } finally {
      await archive.close();
    }
  });
}
