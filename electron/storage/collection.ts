import { readdir, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { idSchema } from '../contract/common.ts';
import { JSON_BOUNDS } from '../contract/limits.ts';
import { AesopError, type ErrorCode, toPlainError, type PlainError } from '../contract/errors.ts';
import { exists, renamePatiently, syncFolder } from './atomic.ts';
import { onDisk, systemCode } from './disk-errors.ts';
import { readJson, writeJson } from './json.ts';
import { makeFolder } from './make-folder.ts';
import { serially } from './serial.ts';

/** One kind of thing in a workspace: a folder each with a describing JSON file in it, or one JSON file each. */
export interface Kind<T> {
  readonly folder: 'corpora' | 'runs' | 'models' | 'stories';
  /** the describing file inside each thing's folder; null where the thing is itself one file */
  readonly file: string | null;
  readonly schema: z.ZodType<T>;
  readonly missing: ErrorCode;
}

/** All things of one kind, each under its id; deleting moves to the trash, from where it can come back. */
export class Collection<T extends { id: string }> {
  readonly #root: string;
  readonly #kind: Kind<T>;

  constructor(workspace: string, kind: Kind<T>) {
    this.#root = workspace;
    this.#kind = kind;
  }

  /** Where the thing lies: its folder, or its one file. @throws AesopError the kind's `…-missing` for what is no id */
  path(id: string): string {
    return join(this.#root, this.#kind.folder, this.#entry(id));
  }

  /** The trash keeps things of the same kind side by side. */
  #trashPath(id: string): string {
    return join(this.#root, '.trash', this.#kind.folder, this.#entry(id));
  }

  #entry(id: string): string {
    if (!idSchema.safeParse(id).success) throw new AesopError(this.#kind.missing, { id });
    return this.#kind.file === null ? `${id}.json` : id;
  }

  #jsonPath(id: string): string {
    return this.#kind.file === null ? this.path(id) : join(this.path(id), this.#kind.file);
  }

  async #ids(): Promise<string[]> {
    const folder = join(this.#root, this.#kind.folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
      if (systemCode(thrown) === 'ENOENT') return [];
      throw thrown;
    });
    const names = entries.map((entry) => {
      if (this.#kind.file !== null) return entry.isDirectory() ? entry.name : '';
      return entry.isFile() && entry.name.endsWith('.json') ? entry.name.slice(0, -'.json'.length) : '';
    });
    return names.filter((name) => idSchema.safeParse(name).success);
  }

  /** Everything that can be read, and what is wrong with the rest: one damaged thing never hides the others. */
  async list(): Promise<{ items: T[]; problems: PlainError[] }> {
    const items: T[] = [];
    const problems: PlainError[] = [];
    for (const id of await this.#ids()) {
      try {
        items.push(await this.read(id));
      } catch (thrown) {
        problems.push(toPlainError(thrown));
      }
    }
    return { items, problems };
  }

  /** The folder is the name: a copy made by hand gets an id of its own. @throws AesopError `…-missing`, `file-damaged`, `model-newer` */
  async read(id: string): Promise<T> {
    try {
      return { ...(await readJson(this.#jsonPath(id), this.#kind.schema, JSON_BOUNDS[this.#kind.folder])), id };
    } catch (thrown) {
      if (thrown instanceof AesopError && thrown.code === 'file-missing')
        throw new AesopError(this.#kind.missing, { id });
      throw thrown;
    }
  }

  /** @throws AesopError `disk-full`, `no-permission` */
  async write(item: T): Promise<T> {
    await writeJson(this.#jsonPath(item.id), this.#kind.schema.parse(item));
    return item;
  }

  /** Reads, changes and writes without another change of this process in between. */
  update(id: string, change: (item: T) => T): Promise<T> {
    return serially(`update ${this.path(id)}`, async () => this.write(change(await this.read(id))));
  }

  /** Moves the thing to the trash. */
  async remove(id: string): Promise<void> {
    await this.#move(this.path(id), this.#trashPath(id), id);
  }

  /** Brings the thing back from the trash. @throws AesopError `…-missing` when it is not there, `target-exists` */
  async restore(id: string): Promise<T> {
    if (await exists(this.path(id))) throw new AesopError('target-exists', { path: this.path(id) });
    await this.#move(this.#trashPath(id), this.path(id), id);
    return this.read(id);
  }

  async #move(from: string, to: string, id: string): Promise<void> {
    await onDisk(from, async () => {
      if (!(await exists(from))) throw new AesopError(this.#kind.missing, { id });
      await makeFolder(dirname(to));
      await rm(to, { recursive: true, force: true });
      await renamePatiently(from, to);
      const now = new Date();
      // The trash is emptied by the time of this move.
      await utimes(to, now, now);
      await Promise.all([syncFolder(dirname(from)), syncFolder(dirname(to))]);
    });
  }
}
