import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type * as z from 'zod';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { AesopError } from '../../contract/errors.ts';
import { parseFile } from '../../contract/file-formats.ts';
import type { JsonBounds } from '../../contract/limits.ts';
import { readFully } from './weights-file.ts';

/** The files of a model folder; no name in any of them is ever followed. */
export type ModelFile = 'card.json' | 'model.json' | 'vocabulary.json' | 'weights.bin';

/** Neither follows a link out of the folder nor waits at a pipe; Windows has neither flag. */
const READ_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A model folder as what may be read of it, and how its faults are told. */
export class ModelFiles {
  readonly folder: string;
  /** how errors name the model */
  readonly id: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.id = basename(resolve(folder));
  }

  /** @throws AesopError `model-missing` where there is no such folder */
  static async open(folder: string): Promise<ModelFiles> {
    const files = new ModelFiles(folder);
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw new AesopError('model-missing', { id: files.id });
    return files;
  }

  /** `file` is not as it was saved; `detail` says in which way. */
  damaged(file: ModelFile, detail: string): AesopError {
    return new AesopError('model-damaged', { id: this.id, file }, detail);
  }

  /**
   * Opens a file of the folder; the caller closes it. What is no plain file is not even opened: a pipe would wait for its
   * writer.
   * @throws AesopError `model-file-missing`, `model-damaged` where it is no plain file
   */
  async openFile(file: ModelFile): Promise<{ handle: FileHandle; bytes: number }> {
    const path = join(this.folder, file);
    const failed = (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') throw new AesopError('model-file-missing', { id: this.id, file });
      if (thrown.code === 'ELOOP') throw this.damaged(file, 'a link, not a file');
      throw thrown;
    };
    if (!(await lstat(path).catch(failed)).isFile()) throw this.damaged(file, 'not a plain file');
    const handle = await open(path, READ_PLAIN).catch(failed);
    const status = await handle.stat();
    if (status.isFile()) return { handle, bytes: status.size };
    await handle.close();
    throw this.damaged(file, 'not a plain file');
  }

  /**
   * Reads a JSON file of the folder. It is parsed only where it is as large as it may be and what the card says it is.
   * @param sha256 what the card says of it
   * @throws AesopError `model-file-missing`, `model-damaged`, `model-newer`
   */
  async readJson<T>(file: ModelFile, schema: z.ZodType<T>, bounds: JsonBounds, sha256?: string): Promise<T> {
    const { handle, bytes } = await this.openFile(file);
    try {
      if (bytes > bounds.bytes) throw this.damaged(file, `${bytes} bytes are too many`);
      const content = Buffer.allocUnsafe(bytes);
      await readFully(handle, content);
      this.checkHash(file, createHash('sha256').update(content).digest('hex'), sha256);
      const value = this.parse(file, content.toString('utf8'), bounds);
      const parsed = file === 'card.json' ? parseFile(value, 'card', schema, file) : schema.safeParse(value);
      if (!parsed.success) throw this.damaged(file, parsed.error.message);
      return parsed.data;
    } finally {
      await handle.close();
    }
  }

  /** @throws AesopError `model-damaged` where a file hashes to other than the card says */
  checkHash(file: ModelFile, actual: string, expected = actual): void {
    if (actual !== expected) throw this.damaged(file, `its SHA-256 is ${actual}, the card says ${expected}`);
  }

  private parse(file: ModelFile, text: string, bounds: JsonBounds): unknown {
    try {
      return parseBoundedJson(text, bounds);
    } catch (thrown) {
      throw this.damaged(file, String(thrown));
    }
  }
}
