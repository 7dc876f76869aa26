import { createReadStream } from 'node:fs';
import { stat, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type * as z from 'zod';
import { onDisk, systemCode } from './disk-errors.ts';
import { openForWriting } from './confinement.ts';

/** A line's value as what it should be; nothing where it does not fit. */
export type LineReader<T> = (value: unknown) => T | undefined;

/** Reads lines by a schema. */
export function bySchema<T>(schema: z.ZodType<T>): LineReader<T> {
  return (value) => schema.safeParse(value).data;
}

function parseLine<T>(line: string, read: LineReader<T>): T | undefined {
  try {
    return read(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * The values of a .jsonl file, one line after the other, without holding the file in memory. Lines that do not fit, such
 * as a last one torn by a kill, are left out; a missing file has none.
 */
export async function* readLines<T>(path: string, read: LineReader<T>): AsyncGenerator<T> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return;
  const input = createReadStream(path, { encoding: 'utf8' });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const value = parseLine(line, read);
    if (value !== undefined) yield value;
  }
}

/** Bytes of the lines before the first whose value `keep` refuses, or that is no JSON. */
async function endOfKept(handle: FileHandle, keep: (value: unknown) => boolean): Promise<number> {
  const input = handle.createReadStream({ encoding: 'utf8', start: 0, autoClose: false });
  let end = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const value = parseLine(line, (parsed) => ({ parsed }));
    if (!value || !keep(value.parsed)) break;
    end += Buffer.byteLength(line) + 1;
  }
  return end;
}

/**
 * Cuts a .jsonl file off before the first line whose value `keep` refuses, or that is no JSON; what comes before stays as
 * it is. A missing file stays missing.
 * @throws AesopError `not-plain` for a link, whose target stays as it is; `no-permission`
 */
export function cutLines(path: string, keep: (value: unknown) => boolean): Promise<void> {
  return onDisk(path, async () => {
    const handle = await openForWriting(path, 'change').catch((thrown: unknown) => {
      if (systemCode(thrown) === 'ENOENT') return undefined;
      throw thrown;
    });
    if (!handle) return;
    try {
      const end = await endOfKept(handle, keep);
      if (end < (await handle.stat()).size) await handle.truncate(end);
    } finally {
      await handle.close();
    }
  });
}

async function endOfWholeLines(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat();
  const window = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - window.length);
    const { bytesRead } = await handle.read(window, 0, end - start, start);
    const newline = window.subarray(0, bytesRead).lastIndexOf(10);
    if (newline >= 0) return start + newline + 1;
    end = start;
  }
  return 0;
}

/** Appends values to a .jsonl file; opening it drops a torn last line. */
export class LineWriter {
  readonly #path: string;
  readonly #handle: FileHandle;
  #position: number;
  #tail: Promise<void> = Promise.resolve();

  private constructor(path: string, handle: FileHandle, position: number) {
    this.#path = path;
    this.#handle = handle;
    this.#position = position;
  }

  /** @throws AesopError `no-permission`, `file-missing` where the folder is not there, `not-plain` for a link or a pipe */
  static async open(path: string): Promise<LineWriter> {
    return onDisk(path, async () => {
      const handle = await openForWriting(path, 'append');
      const end = await endOfWholeLines(handle);
      await handle.truncate(end);
      return new LineWriter(path, handle, end);
    });
  }

  /**
   * Adds one line; lines keep the order of the calls. A line that does not fit on the disk leaves no torn half.
   * @throws AesopError `disk-full`
   */
  append(value: unknown): Promise<void> {
    const line = Buffer.from(JSON.stringify(value) + '\n');
    const mine = this.#tail.then(() =>
      onDisk(this.#path, async () => {
        try {
          await this.#handle.appendFile(line);
          this.#position += line.length;
        } catch (thrown) {
          await this.#handle.truncate(this.#position).catch(() => {});
          throw thrown;
        }
      }),
    );
    this.#tail = mine.catch(() => {});
    return mine;
  }

  /** Puts what was appended safely on the disk. */
  async sync(): Promise<void> {
    await this.#tail;
    await onDisk(this.#path, () => this.#handle.sync());
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#handle.close();
  }
}
