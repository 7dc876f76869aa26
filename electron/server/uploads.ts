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

/** Keeps what pages send in a folder of its own until the studio has read it; the folder goes with the server. */
export class Uploads {
  readonly #folder: string;
  readonly #studio: Studio;
  readonly #limit: number;

  constructor(studio: Studio, folder: string, limit = UPLOAD_LIMIT) {
    this.#studio = studio;
    this.#folder = join(folder, `uploads-${process.pid}-${randomBytes(4).toString('hex')}`);
    this.#limit = limit;
  }

  /**
   * Streams the body of a POST to disk and grants it to the studio.
   * @throws AesopError `upload-too-large`; nothing is left behind
   */
  async receive(request: IncomingMessage, name: string): Promise<GrantedFile> {
    if (Number(request.headers['content-length'] ?? 0) > this.#limit) throw tooLarge(name, this.#limit);
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, randomBytes(12).toString('hex'));
    try {
      await pipeline(request, limited(this.#limit, name), createWriteStream(path, { flags: 'wx' }));
      const { size } = await stat(path);
      return { file: this.#studio.files.grant(path, name), name, bytes: size };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
