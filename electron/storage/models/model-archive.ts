import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { AesopError } from '../../contract/errors.ts';
import { message } from '../../contract/message.ts';
import { renamePatiently, temporaryPath } from '../files/atomic.ts';
import { onDisk, systemCode } from '../files/disk-errors.ts';
import { MODEL_FILES, takeModel } from './model-intake.ts';
import { openToRead } from '../files/open-to-read.ts';
import { findPacked, unpacking, UnfitArchive } from './zip-reader.ts';
import { centralDirectory, LOCAL_BYTES, localHeader, type ZipEntry } from './zip-records.ts';

const PIECE = 1 << 18;

async function writeAt(archive: FileHandle, bytes: Buffer, offset: number): Promise<number> {
  return (await archive.write(bytes, 0, bytes.length, offset)).bytesWritten;
}

async function packFile(archive: FileHandle, path: string, offset: number): Promise<ZipEntry> {
  const name = basename(path);
  const { size } = await stat(path);
  const stored = { name, method: 0, packed: size, size };
  // The checksum comes before the bytes: its place is filled in when they are known.
  let at = offset + (await writeAt(archive, localHeader({ ...stored, crc: 0 }), offset));
  let crc = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    crc = crc32(piece, crc);
    at += await writeAt(archive, piece, at);
  }
  await writeAt(archive, localHeader({ ...stored, crc }), offset);
  return { ...stored, crc, offset };
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
        if (offset >= 2 ** 32) throw new AesopError('archive-too-large');
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

/** What went wrong with an archive, in the catalogue's words. */
export function archiveError(thrown: unknown, name: string): unknown {
  if (thrown instanceof UnfitArchive && !thrown.problem) return new AesopError('not-a-model', { name });
  if (thrown instanceof UnfitArchive) return new AesopError('archive-damaged', { name, problem: thrown.problem! });
  if (thrown instanceof AesopError && thrown.code === 'not-a-file')
    return new AesopError('not-a-model', { name }, thrown.message);
  if (systemCode(thrown).startsWith('Z_'))
    return new AesopError('archive-damaged', { name, problem: message('phrases.archive-torn') }, String(thrown));
  return thrown;
}

/**
 * Unpacks the files of a model out of its archive into an empty folder; everything else in there is passed over, and no
 * name of the archive becomes a path.
 * @param name how errors call the archive
 * @throws AesopError as `takeModel`, and `archive-damaged`
 */
export function unpackModel(path: string, folder: string, name = basename(path)): Promise<void> {
  return onDisk(path, async () => {
    try {
      const handle = await openToRead(path);
      try {
        const packed = await findPacked(handle, MODEL_FILES);
        await takeModel(
          {
            name,
            async find(file) {
              const entry = packed.get(file);
              return entry && { bytes: entry.size, open: async () => unpacking(handle, entry, file) };
            },
          },
          folder,
        );
      } finally {
        await handle.close();
      }
    } catch (thrown) {
      throw archiveError(thrown, name);
    }
  });
}
