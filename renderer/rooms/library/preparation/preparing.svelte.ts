import type { Corpus, FileReading, Reading } from '../../../../electron/contract/corpus.ts';
import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { GrantedFile } from '../../../../electron/contract/wire.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { jobs } from '../../../state/jobs.svelte.ts';
import { differs, doneTo, doneToFile, readingOf, withColumn, preparationOf, type Wishes } from './wishes.ts';

/** What is to be done to a text of the Library, and the doing of it. */
export class Preparing {
  readonly corpus: Corpus;
  readonly #done: Wishes;
  readonly #doneToFiles: readonly Wishes[];
  wishes: Wishes = $state.raw({ steps: {}, options: {} });
  /** for each of the files that the text is made of */
  files: readonly Wishes[] = $state.raw([]);
  error: PlainError | undefined = $state.raw();
  #busy = $state(false);
  #job: string | undefined = $state.raw();

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    this.#done = doneTo(corpus);
    this.wishes = this.#done;
    this.#doneToFiles = (corpus.sources ?? []).map(doneToFile);
    this.files = this.#doneToFiles;
  }

  /** whether something else is wished than was done */
  get changed(): boolean {
    return differs(this.#done, this.wishes) || this.files.some((_, index) => this.#isChanged(index));
  }

  /** 0 to 1; undefined while nothing is under way */
  get fraction(): number | undefined {
    return this.#busy ? (jobs.byId(this.#job ?? '')?.fraction ?? 0) : undefined;
  }

  chooseColumn(column: string): void {
    this.wishes = withColumn(this.wishes, column);
  }

  /** Looks a text through that came before texts were looked at, and leaves it as it is. */
  look(): Promise<Corpus | undefined> {
    return this.#read({ prepare: { proposed: false } });
  }

  /** @returns the text as it is now, or a new one where a model learnt from this one */
  again(): Promise<Corpus | undefined> {
    if (this.corpus.sources) return this.#read({ files: this.#changedFiles() });
    return this.#read(readingOf(this.#done, this.wishes));
  }

  /** Read in that encoding, and prepared as it is. */
  readAs(encoding: string): Promise<Corpus | undefined> {
    return this.#read({ encoding, prepare: preparationOf(this.#done) });
  }

  async cancel(): Promise<void> {
    if (this.#job !== undefined) await jobs.cancel(this.#job);
  }

  /** Makes it of these of its files, by their indices, and of others behind them. */
  arrange(order: number[], files: readonly GrantedFile[] = []): Promise<Corpus | undefined> {
    return this.#end(corpora.arrange(this.corpus.id, order, files));
  }

  #isChanged(index: number): boolean {
    return differs(this.#doneToFiles[index], this.files[index]);
  }

  #changedFiles(): FileReading[] {
    return this.files.flatMap((wishes, index) =>
      this.#isChanged(index) ? [{ index, ...readingOf(this.#doneToFiles[index], wishes) }] : [],
    );
  }

  #read(reading: Reading & { files?: FileReading[] }): Promise<Corpus | undefined> {
    return this.#end(corpora.prepare(this.corpus.id, reading));
  }

  async #end(begun: Promise<string>): Promise<Corpus | undefined> {
    this.error = undefined;
    this.#busy = true;
    try {
      this.#job = await begun;
      return await jobs.end<Corpus>(this.#job);
    } catch (thrown) {
      this.error = toPlainError(thrown);
      return undefined;
    } finally {
      this.#busy = false;
      this.#job = undefined;
    }
  }
}
