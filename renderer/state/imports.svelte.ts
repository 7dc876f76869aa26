import { toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { corpora } from './corpora.svelte.ts';
import { jobs } from './jobs.svelte.ts';

/** A file on its way into the Library. */
export interface Import {
  readonly key: number;
  readonly name: string;
  readonly file?: GrantedFile;
  readonly job?: string;
  readonly error?: PlainError;
  /** the text it became, some of whose places could not be read: kept for a look until it is discarded */
  readonly doubtful?: Corpus;
}

/**
 * Files being read, those that could not be, and those that could only in part: these two stay until another encoding
 * or a discard.
 */
class Imports {
  #list = $state.raw<readonly Import[]>([]);
  #key = 0;

  get list(): readonly Import[] {
    return this.#list;
  }

  byKey(key: number): Import | undefined {
    return this.#list.find((item) => item.key === key);
  }

  /** 0 to 1, as far as it is known. */
  fraction(item: Import): number {
    return (item.job && jobs.byId(item.job)?.fraction) || 0;
  }

  /** Files of the page: dropped or chosen by its own file input. Resolves with those that became corpora. */
  addFiles(files: Iterable<File>): Promise<Corpus[]> {
    return this.#all([...files].map((file) => ({ name: file.name, grant: () => client.grant(file) })));
  }

  /** Files that the host granted: its dialog, a drop on its icon. */
  addGranted(files: readonly GrantedFile[]): Promise<Corpus[]> {
    return this.#all(files.map((file) => ({ name: file.name, grant: () => Promise.resolve(file) })));
  }

  /** Tries a failed one again, read in another encoding. */
  async retry(key: number, encoding?: string): Promise<Corpus | undefined> {
    const item = this.byKey(key);
    if (!item?.file) return undefined;
    const { file, doubtful } = item;
    this.#put({ key, name: item.name, file });
    const corpus = await this.#read(key, () => Promise.resolve(file), encoding);
    if (corpus && doubtful && corpus.id !== doubtful.id) await corpora.delete(doubtful.id);
    return corpus;
  }

  async discard(key: number): Promise<void> {
    const { job, file } = this.byKey(key) ?? {};
    this.#list = this.#list.filter((item) => item.key !== key);
    if (file) await client.request('host.release', { file: file.file });
    if (job) await jobs.cancel(job);
  }

  async #all(files: { name: string; grant: () => Promise<GrantedFile> }[]): Promise<Corpus[]> {
    const read = files.map(({ name, grant }) => {
      const key = ++this.#key;
      this.#list = [...this.#list, { key, name }];
      return this.#read(key, grant);
    });
    return (await Promise.all(read)).filter((corpus) => corpus !== undefined);
  }

  async #read(key: number, grant: () => Promise<GrantedFile>, encoding?: string): Promise<Corpus | undefined> {
    let file: GrantedFile | undefined;
    const name = this.byKey(key)?.name ?? '';
    try {
      file = await grant();
      const job = await corpora.import(file, { encoding });
      this.#put({ key, name, file, job });
      const corpus = await jobs.end<Corpus>(job);
      if (corpus && (corpus.replaced > 0 || corpus.doubt)) this.#put({ key, name, file, doubtful: corpus });
      else this.#list = this.#list.filter((item) => item.key !== key);
      return corpus;
    } catch (thrown) {
      this.#put({ key, name, file, error: toPlainError(thrown) });
      return undefined;
    }
  }

  #put(next: Import): void {
    this.#list = this.#list.map((item) => (item.key === next.key ? next : item));
  }
}

export const imports = new Imports();
