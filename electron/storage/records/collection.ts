import { lstat, lutimes, readdir, rm, writeFile } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type * as z from 'zod';
import { readId } from '../../contract/common.ts';
import type { DeletableKind } from '../../contract/machine.ts';
import type { FileFormat } from '../../contract/file-formats.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import { AesopError, toPlainError, type PlainError } from '../../contract/errors.ts';
import { exists, renamePatiently, syncFolder, writeFolderAtomic } from '../files/atomic.ts';
import { onDisk, systemCode } from '../files/disk-errors.ts';
import { jsonText, readJson, writeJson } from '../files/json.ts';
import { fewAtATime } from '../files/few-at-a-time.ts';
import { makeFolder } from '../files/make-folder.ts';
import { refuseLinks } from '../files/confinement.ts';
import { serially } from '../files/serial.ts';
import { ReadOnce } from './read-once.ts';

/** One kind of thing in a workspace: a folder each with a describing JSON file in it, or one JSON file each. */
export interface Kind<T> {
  readonly folder: DeletableKind;
  /** the describing file inside each thing's folder; null where the thing is itself one file */
  readonly file: string | null;
  readonly format: FileFormat;
  readonly schema: z.ZodType<T>;
  readonly missing:
    | 'corpus-missing'
    | 'run-missing'
    | 'model-missing'
    | 'story-missing'
    | 'passage-missing'
    | 'booklet-missing';
  readonly called: (item: T) => string;
}

/** A thing in the trash; milliseconds since 1970. */
export interface Trashed {
  readonly path: string;
  readonly kind: DeletableKind;
  readonly id: string;
  /** there is only a link of that name, which is never followed */
  readonly isLink: boolean;
  readonly deletedAt: number;
}

/** All things of one kind, each under its id; deleting moves to the trash, from where it can come back. */
export class Collection<T extends { id: string }> {
  readonly #root: string;
  readonly #kind: Kind<T>;
  readonly #listed = new ReadOnce<T>();

  constructor(workspace: string, kind: Kind<T>) {
    this.#root = workspace;
    this.#kind = kind;
  }

  /** Where the thing lies: its folder, or its one file. @throws AesopError the kind's `…-missing` for what is no id */
  path(id: string): string {
    return join(this.#root, this.#kind.folder, this.#entry(id));
  }

  /** The trash keeps things of the same kind side by side. */
  protected trashPath(id: string): string {
    return join(this.#root, '.trash', this.#kind.folder, this.#entry(id));
  }

  #entry(id: string): string {
    const known = readId(id);
    if (known === undefined) throw new AesopError(this.#kind.missing, { id });
    return this.#kind.file === null ? `${known}.json` : known;
  }

  #jsonPath(id: string): string {
    return this.#kind.file === null ? this.path(id) : join(this.path(id), this.#kind.file);
  }

  /** The id that a name in a folder of the kind stands for, which some file systems give in their own form; empty where it is none of ours. */
  #idOf(name: string): string {
    const id = readId(this.#kind.file === null ? name.replace(/\.json$/, '') : name);
    return id !== undefined && this.#entry(id) === name.normalize('NFC') ? id : '';
  }

  #fits(entry: Dirent): boolean {
    return this.#kind.file === null ? entry.isFile() : entry.isDirectory();
  }

  async #ids(): Promise<string[]> {
    const folder = join(this.#root, this.#kind.folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: unknown) => {
      if (systemCode(thrown) === 'ENOENT') return [];
      throw systemCode(thrown) === 'ENOTDIR' ? new AesopError('not-a-folder', { path: folder }) : thrown;
    });
    return entries.flatMap((entry) => (this.#fits(entry) ? this.#idOf(entry.name) : [])).filter(Boolean);
  }

  /** Ids of what is there; a folder that cannot be looked into is one of the problems. */
  protected async listed(problems: PlainError[]): Promise<string[]> {
    const folder = join(this.#root, this.#kind.folder);
    return onDisk(folder, () => this.#ids()).catch((thrown: unknown) => {
      problems.push(toPlainError(thrown));
      return [];
    });
  }

  /**
   * Everything that can be read, and what is wrong with the rest: one damaged thing never hides the others, and no damage
   * is thrown. A folder without anything in it is no thing. A file that is the same as at the last listing is not opened.
   */
  async list(): Promise<{ items: T[]; problems: PlainError[] }> {
    const problems: PlainError[] = [];
    const ids = await this.listed(problems);
    const found = await fewAtATime(ids, async (id) => {
      try {
        return [await this.#listed.content(this.#jsonPath(id), () => this.read(id))];
      } catch (thrown) {
        if (!(await isEmptyFolder(this.path(id)))) problems.push(toPlainError(thrown));
        return [];
      }
    });
    this.#listed.keep(ids.map((id) => this.#jsonPath(id)));
    return { items: found.flat(), problems };
  }

  /** The folder is the name: a copy made by hand gets an id of its own. @throws AesopError `…-missing`, `file-damaged`, `model-newer` */
  async read(id: string): Promise<T> {
    try {
      return { ...(await this.load(this.#jsonPath(id))), id: readId(id) ?? id };
    } catch (thrown) {
      if (thrown instanceof AesopError && thrown.code === 'file-missing')
        throw new AesopError(this.#kind.missing, { id });
      throw thrown;
    }
  }

  /**
   * A new thing appears whole.
   * @param beside writes into its new folder what else it is made of
   * @throws AesopError `disk-full`, `no-permission`, `not-plain` where a folder is a link; what `beside` throws, and then there is nothing
   */
  async write(item: T, beside?: (folder: string) => Promise<void>): Promise<T> {
    const { file } = this.#kind;
    if (file === null || (await exists(this.path(item.id)))) await this.save(this.#jsonPath(item.id), item);
    else
      await writeFolderAtomic(this.path(item.id), async (folder) => {
        await beside?.(folder);
        await writeFile(join(folder, file), jsonText(this.#kind.schema.parse(item)), { flag: 'wx' });
      });
    return item;
  }

  /** What a describing file says. */
  protected load(path: string): Promise<T> {
    const { format, schema, folder } = this.#kind;
    return readJson(path, format, schema, JSON_BOUNDS[folder]);
  }

  protected save(path: string, item: T): Promise<void> {
    return writeJson(path, this.#kind.schema.parse(item));
  }

  /** Reads, changes and writes without another change of this process in between. */
  update(id: string, change: (item: T) => T): Promise<T> {
    return this.changing(id, async () => this.write(change(await this.read(id))));
  }

  /** Does what changes a thing, while nothing else of this process does. */
  protected changing<R>(id: string, task: () => Promise<R>): Promise<R> {
    return serially(`update ${this.path(id)}`, task);
  }

  /** Moves the thing to the trash, once what changes it has ended: a change behind it would make a second one without its files. */
  async remove(id: string): Promise<void> {
    await this.changing(id, () => this.#move(this.path(id), this.trashPath(id), id));
  }

  /**
   * Brings the thing back from the trash.
   * @throws AesopError `trash-missing`, `restore-taken`, `restored-damaged` when it is back and cannot be read
   */
  async restore(id: string): Promise<T> {
    const path = this.path(id);
    const known = basename(path, '.json');
    const name = `${this.#kind.folder}/${known}`;
    if (!(await exists(this.trashPath(id)))) throw new AesopError('trash-missing', { id: name });
    if (await exists(path)) throw new AesopError('restore-taken', { name, path });
    await this.#move(this.trashPath(id), path, id);
    return this.read(id).catch((thrown: unknown) => {
      throw new AesopError('restored-damaged', { name, path: this.#jsonPath(id) }, String(thrown));
    });
  }

  /**
   * Everything of the kind that lies in the trash by its name; a link counts, for itself and not for what it points to.
   * @throws AesopError `not-plain` where the trash is a link
   */
  async trashed(): Promise<Trashed[]> {
    const folder = join(this.#root, '.trash', this.#kind.folder);
    await refuseLinks(folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const ours = entries.filter((each) => (this.#fits(each) || each.isSymbolicLink()) && this.#idOf(each.name) !== '');
    const kind = this.#kind.folder;
    const found = ours.map(async ({ name }) => {
      const path = join(folder, name);
      const facts = await lstat(path).catch(() => undefined);
      return facts
        ? [{ path, kind, id: this.#idOf(name), isLink: facts.isSymbolicLink(), deletedAt: facts.mtimeMs }]
        : [];
    });
    return (await Promise.all(found)).flat();
  }

  /** What a thing in the trash is called. @throws AesopError where it is not there, or damaged */
  async nameInTrash(id: string): Promise<string> {
    const { file, called } = this.#kind;
    const path = this.trashPath(id);
    await refuseLinks(path);
    return called(await this.load(file === null ? path : join(path, file)));
  }

  async #move(from: string, to: string, id: string): Promise<void> {
    await onDisk(from, async () => {
      if (!(await exists(from))) throw new AesopError(this.#kind.missing, { id });
      await refuseLinks(dirname(from));
      await makeFolder(dirname(to));
      await rm(to, { recursive: true, force: true });
      const now = new Date();
      // The trash is emptied by the time of this move: a kill behind it must not let an old thing vanish.
      await lutimes(from, now, now);
      await renamePatiently(from, to);
      await Promise.all([syncFolder(dirname(from)), syncFolder(dirname(to))]);
    });
  }
}

const isEmptyFolder = (path: string) =>
  readdir(path).then(
    (names) => names.length === 0,
    () => false,
  );
