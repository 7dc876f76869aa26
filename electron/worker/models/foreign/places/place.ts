import type { FileHandle } from 'node:fs/promises';
import type { ForeignFile } from '../../../../engine/formats/import/index.ts';

/** Where the files of a source lie; whoever opened it closes it. */
export interface Place {
  readonly files: readonly string[];
  /** @param file one of `files` */
  bytes(file: string): Promise<ForeignFile>;
  /** The same as a file by itself; it stays open until the place is closed. */
  handle(file: string): Promise<FileHandle>;
  close(): Promise<void>;
}

/** Some of an open file as bytes at any place. */
export const bytesAt = (handle: FileHandle, start: number, bytes: number): ForeignFile => ({
  bytes,
  async read(position, length) {
    if (position < 0 || length < 0 || position + length > bytes)
      throw new RangeError(`${position + length} is beyond ${bytes} bytes`);
    const content = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await handle.read(content, done, length - done, start + position + done);
      if (bytesRead === 0) throw new RangeError('the file became shorter');
      done += bytesRead;
    }
    return content;
  },
});

/** Files by their names, each opened once. */
export class OpenFiles {
  readonly #open: (file: string) => Promise<FileHandle>;
  readonly #handles = new Map<string, Promise<FileHandle>>();

  constructor(open: (file: string) => Promise<FileHandle>) {
    this.#open = open;
  }

  get(file: string): Promise<FileHandle> {
    const handle = this.#handles.get(file) ?? this.#open(file);
    this.#handles.set(file, handle);
    return handle;
  }

  async close(): Promise<void> {
    for (const opening of await Promise.allSettled(this.#handles.values()))
      if (opening.status === 'fulfilled') await opening.value.close();
  }
}
