import { AesopError, toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { ModelCard } from '../../electron/contract/model.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { models } from './models.svelte.ts';
import { route } from './route.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** A model that waits for its vocabulary. */
export interface Wanting {
  /** what it came in */
  readonly files: readonly GrantedFile[];
  /** what was said last: that there is none, or what is wrong with the one given */
  readonly error: PlainError;
}

const isAboutVocabulary = (thrown: unknown): thrown is AesopError =>
  thrown instanceof AesopError && thrown.code.startsWith('vocabulary-');

/** Models on their way to the Shelf. One that came without its vocabulary waits until it is given, or let go. */
class Arrivals {
  #wanting = $state.raw<Wanting | undefined>();

  get wanting(): Wanting | undefined {
    return this.#wanting;
  }

  /** Takes a model in, which may lie in several files, and opens it on the Shelf. */
  async add(files: readonly GrantedFile[]): Promise<void> {
    this.letGo();
    await this.#take(files);
  }

  /** Gives the waiting model its vocabulary. */
  async give(vocabulary: GrantedFile): Promise<void> {
    if (this.#wanting) await this.#take(this.#wanting.files, vocabulary);
    else this.#release(vocabulary);
  }

  letGo(): void {
    for (const file of this.#wanting?.files ?? []) this.#release(file);
    this.#wanting = undefined;
  }

  async #take(files: readonly GrantedFile[], vocabulary?: GrantedFile): Promise<void> {
    const card = await trouble.guard((): Promise<ModelCard | undefined> =>
      models.import(files, vocabulary).catch((thrown: unknown) => {
        if (!isAboutVocabulary(thrown)) {
          this.#wanting = undefined;
          throw thrown;
        }
        this.#wanting = { files, error: toPlainError(thrown) };
        return undefined;
      }),
    );
    if (!card) return;
    this.#wanting = undefined;
    route.go('shelf', card.id);
  }

  #release({ file }: GrantedFile): void {
    void client.request('host.release', { file });
  }
}

export const arrivals = new Arrivals();
