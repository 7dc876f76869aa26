import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Unzip, UnzipInflate, Zip, ZipPassThrough } from 'fflate';
import { AesopError } from '../contract/errors.ts';
import { onDisk } from './disk-errors.ts';
import { renamePatiently, temporaryPath } from './atomic.ts';
import { MODEL_FILES } from './model-folder.ts';

const PIECE = 1 << 18;
/** A zip of this kind has 32 bit sizes. */
const LARGEST = 2 ** 32 - 1;

/**
 * Packs the files of a folder into one zip, uncompressed: weights hardly shrink. It appears under its name only whole.
 * @throws AesopError `disk-full`, `no-permission`
 */
export function packFolder(folder: string, archive: string): Promise<void> {
  return onDisk(archive, async () => {
    const temporary = temporaryPath(archive);
    const output = createWriteStream(temporary, { flags: 'wx' });
    const written = finished(output);
    written.catch(() => {});
    try {
      const zip = new Zip((error, piece, last) => {
        if (error) output.destroy(error);
        else if (last) output.end(piece);
        else output.write(piece);
      });
      for (const name of (await readdir(folder)).sort()) {
        const entry = new ZipPassThrough(name);
        zip.add(entry);
        for await (const piece of createReadStream(join(folder, name), { highWaterMark: PIECE })) {
          entry.push(piece as Buffer);
          if (output.writableNeedDrain) await Promise.race([once(output, 'drain'), written]);
        }
        entry.push(new Uint8Array(), true);
      }
      zip.end();
      await written;
      await renamePatiently(temporary, archive);
    } catch (thrown) {
      output.destroy();
      await rm(temporary, { force: true });
      throw thrown;
    }
  });
}

/** Writes pieces of the files as they come out of the archive, in order. */
class Unpacked {
  readonly #folder: string;
  readonly #handles = new Map<string, FileHandle>();
  #tail: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(name: string, piece: Uint8Array): void {
    this.#tail = this.#tail.then(async () => {
      const handle = this.#handles.get(name) ?? (await open(join(this.#folder, name), 'wx'));
      this.#handles.set(name, handle);
      await handle.writeFile(piece);
    });
    this.#tail.catch(() => {});
  }

  settled(): Promise<void> {
    return this.#tail;
  }

  async close(): Promise<Set<string>> {
    for (const handle of this.#handles.values()) await handle.close();
    return new Set(this.#handles.keys());
  }
}

/**
 * Unpacks the files of a model out of its archive; everything else in there is passed over, and no name of the archive
 * becomes a path.
 * @param name how errors call the archive
 * @throws AesopError `not-a-model`, `model-file-missing`, `disk-full`
 */
export function unpackModel(archive: string, folder: string, name = basename(archive)): Promise<void> {
  return onDisk(archive, async () => {
    const files = new Unpacked(folder);
    let bytes = 0;
    let broken: Error | undefined;
    const unzip = new Unzip((entry) => {
      const file = MODEL_FILES.find((each) => each === basename(entry.name.replaceAll('\\', '/')));
      if (!file) return;
      entry.ondata = (error, piece) => {
        bytes += piece?.length ?? 0;
        if (bytes > LARGEST) broken ??= new RangeError('too large');
        if (error) broken ??= error;
        else if (!broken) files.write(file, piece.slice());
      };
      entry.start();
    });
    unzip.register(UnzipInflate);
    let found = new Set<string>();
    try {
      for await (const piece of createReadStream(archive, { highWaterMark: PIECE })) {
        unzip.push(piece as Buffer);
        await files.settled();
        if (broken) break;
      }
      if (!broken) unzip.push(new Uint8Array(), true);
      await files.settled();
    } catch (thrown) {
      if (typeof (thrown as { code?: unknown }).code === 'string') throw thrown;
      broken ??= thrown as Error;
    } finally {
      found = await files.close();
    }
    if (broken || found.size === 0) throw new AesopError('not-a-model', { name }, broken?.message ?? '');
    const missing = MODEL_FILES.find((file) => !found.has(file));
    if (missing) throw new AesopError('model-file-missing', { id: name, file: missing });
  });
}
