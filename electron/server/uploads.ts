import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AesopError } from '../contract/errors.ts';
import type { GrantedFile } from '../contract/host.ts';
import type { Studio } from '../studio/index.ts';

/** Largest file a page may send. */
export const UPLOAD_LIMIT = 2 * 1024 ** 3;

/** What is kept of texts that could not be read, for another try in another encoding: the oldest beyond go. */
const KEPT_FILES = 100;
const KEPT_BYTES = 2 * UPLOAD_LIMIT;

function limited(limit: number, name: string): Transform {
  let received = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > limit) done(tooLarge(name, limit));
      else done(null, chunk);
    },
  });
}

const tooLarge = (name: string, limit: number) =>
  new AesopError('upload-too-large', { name, limit: Math.round(limit / 1024 ** 2) });

/**
 * Keeps what pages send in a folder of its own until the studio has read it: a file goes when its grant is released, the
 * folder with the server.
 */
export class Uploads {
  readonly #folder: string;
  readonly #studio: Studio;
  readonly #limit: number;
  /** bytes by token, oldest first */
  readonly #kept = new Map<string, number>();

  constructor(studio: Studio, folder: string, limit = UPLOAD_LIMIT) {
    this.#studio = studio;
    this.#folder = join(folder, `uploads-${process.pid}-${randomBytes(4).toString('hex')}`);
    this.#limit = limit;
  }

  /**
   * Streams the body of a POST to disk, however long that takes, and grants it to the studio.
   * @throws AesopError `upload-too-large`; nothing is left behind
   */
  async receive(request: IncomingMessage, name: string): Promise<GrantedFile> {
    if (Number(request.headers['content-length'] ?? 0) > this.#limit) throw tooLarge(name, this.#limit);
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, randomBytes(12).toString('hex'));
    try {
      await pipeline(request, limited(this.#limit, name), createWriteStream(path, { flags: 'wx' }));
      const { size } = await stat(path);
      const file = this.#studio.files.grant(path, name, () => {
        this.#kept.delete(file);
        return rm(path, { force: true });
      });
      this.#makeRoom(size);
      this.#kept.set(file, size);
      return { file, name, bytes: size };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  #makeRoom(size: number): void {
    let bytes = [...this.#kept.values()].reduce((sum, each) => sum + each, size);
    for (const [file, each] of this.#kept) {
      if (this.#kept.size < KEPT_FILES && bytes <= KEPT_BYTES) return;
      if (this.#studio.files.inUse(file)) continue;
      this.#studio.files.release(file);
      bytes -= each;
    }
  }

  /** Drops what waits for another try; what is being read goes when that ends. */
  clear(): void {
    for (const file of this.#kept.keys()) this.#studio.files.release(file);
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
