import { toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { Corpus } from '../../electron/contract/corpus.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { corpora } from './corpora.svelte.ts';
import { jobs } from './jobs.svelte.ts';
import { t } from './language.svelte.ts';
import { toasts } from './toasts.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** A file on its way into the Library. */
export interface Import {
  readonly key: number;
  readonly name: string;
  readonly file?: GrantedFile;
  readonly job?: string;
  readonly error?: PlainError;
  /** encodings in which it could not be read; empty: the guessed one */
  readonly failedAs?: readonly string[];
  /** the text it became, some of whose places could not be read: kept for a look until it is discarded */
  readonly doubtful?: Corpus;
}

export type OneOrEach = 'one' | 'each';
/** Whether several files are one text, or one each. */
export interface Question {
  readonly count: number;
  /** without a word, nothing is read */
  readonly answer: (how?: OneOrEach) => void;
}

/** A file that is to be read. */
interface Coming {
  readonly name: string;
  readonly grant: () => Promise<GrantedFile>;
  /** it is not to be read after all */
  readonly forget: () => void;
}

/**
 * Files being read, those that could not be, and those that could only in part: these two stay until another encoding
 * or a discard.
 */
class Imports {
  #list = $state.raw<readonly Import[]>([]);
  #key = 0;
  #question = $state.raw<Question | undefined>();
  #asked: Promise<unknown> = Promise.resolve();
  readonly #came = new Set<string>();

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

  /**
   * Files of the page: dropped or chosen by its own file input. Resolves with those that became corpora.
   * @param found they are those of a folder: what of it cannot be read is passed over in one text
   * @param begin called once they are to be read
   */
  addFiles(files: Iterable<File>, found = false, begin?: () => void): Promise<Corpus[]> {
    return this.#add(
      [...files].map((file) => ({ name: file.name, grant: () => client.grant(file), forget: () => {} })),
      found,
      begin,
    );
  }

  /** Files that the host granted: its dialog, a drop on its icon. */
  addGranted(files: readonly GrantedFile[], found = false): Promise<Corpus[]> {
    return this.#add(
      files.map((file) => ({
        name: file.name,
        grant: () => Promise.resolve(file),
        forget: () => void client.request('host.release', { file: file.file }),
      })),
      found,
    );
  }

  /** What is asked where several files come at once. */
  get question(): Question | undefined {
    return this.#question;
  }

  /** Tries a failed one again, read in another encoding. */
  async retry(key: number, encoding?: string): Promise<Corpus | undefined> {
    const item = this.byKey(key);
    if (!item?.file) return undefined;
    const { file, doubtful, failedAs } = item;
    this.#put({ key, name: item.name, file, failedAs });
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

  /** Takes one off the list whose file another has now. */
  handOver(key: number): void {
    this.#list = this.#list.filter((item) => item.key !== key);
  }

  /** Those that could not be read at all. */
  get failed(): readonly Import[] {
    return this.#list.filter(({ error }) => error);
  }

  /** Puts failed ones out of sight; their files are given back to the host once that cannot be undone any more. */
  forget(failed: readonly Import[]): void {
    const gone = new Set(failed);
    this.#list = this.#list.filter((item) => !gone.has(item));
    const release = async () => {
      for (const { file } of failed) if (file) await client.request('host.release', { file: file.file });
    };
    const [{ name }] = failed;
    const said =
      failed.length > 1 ? t('library.discardedAll', { count: failed.length }) : t('library.discarded', { name });
    const back = () => void (this.#list = [...this.#list, ...failed]);
    toasts.showUndoable(said, back, () => void trouble.guard(release));
  }

  async #add(files: Coming[], found = false, begin?: () => void): Promise<Corpus[]> {
    const how = files.length > 1 ? await this.#ask(files.length) : 'each';
    if (how) begin?.();
    if (how === 'each') return this.#all(files);
    if (how === 'one') return this.#join(files, found);
    files.forEach((file) => file.forget());
    return [];
  }

  /** One question after the other. */
  #ask(count: number): Promise<OneOrEach | undefined> {
    const asked = this.#asked.then(
      () => new Promise<OneOrEach | undefined>((answer) => (this.#question = { count, answer })),
    );
    this.#asked = asked.finally(() => (this.#question = undefined));
    return asked;
  }

  async #join(files: Coming[], found: boolean): Promise<Corpus[]> {
    const key = ++this.#key;
    const name = files.map((file) => file.name).join(' + ');
    this.#list = [...this.#list, { key, name }];
    try {
      const job = await corpora.join(await Promise.all(files.map((file) => file.grant())), found);
      this.#put({ key, name, job });
      const corpus = await this.#end(job, name);
      this.#list = this.#list.filter((item) => item.key !== key);
      return corpus ? [corpus] : [];
    } catch (thrown) {
      this.#put({ key, name, error: toPlainError(thrown) });
      return [];
    }
  }

  async #all(files: Coming[]): Promise<Corpus[]> {
    const read = files.map(({ name, grant }) => {
      const key = ++this.#key;
      this.#list = [...this.#list, { key, name }];
      return this.#read(key, grant);
    });
    return (await Promise.all(read)).filter((corpus) => corpus !== undefined);
  }

  async #read(key: number, grant: () => Promise<GrantedFile>, encoding?: string): Promise<Corpus | undefined> {
    let file: GrantedFile | undefined;
    const { name = '', failedAs = [] } = this.byKey(key) ?? {};
    try {
      file = await grant();
      const job = await corpora.import(file, { encoding });
      this.#put({ key, name, file, job, failedAs });
      const corpus = await (encoding === undefined ? this.#end(job, name) : jobs.end<Corpus>(job));
      if (corpus && (corpus.replaced > 0 || corpus.doubt)) this.#put({ key, name, file, doubtful: corpus });
      else this.#list = this.#list.filter((item) => item.key !== key);
      return corpus;
    } catch (thrown) {
      this.#put({ key, name, file, failedAs: [...failedAs, encoding ?? ''], error: toPlainError(thrown) });
      return undefined;
    }
  }

  /** What a job has read; where that was in the Library before, it is said. */
  async #end(job: string, name: string): Promise<Corpus | undefined> {
    const before = new Set(corpora.list.map(({ id }) => id));
    const corpus = await jobs.end<Corpus>(job);
    if (!corpus) return undefined;
    const { id } = corpus;
    if (before.has(id) || this.#came.has(id))
      toasts.show(t('library.sameText', { name, other: corpora.byId(id)?.name ?? corpus.name }));
    this.#came.add(id);
    return corpus;
  }

  #put(next: Import): void {
    this.#list = this.#list.map((item) => (item.key === next.key ? next : item));
  }
}

export const imports = new Imports();
