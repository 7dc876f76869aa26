import { AesopError, toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { IdScale } from '../../electron/contract/foreign-formats.ts';
import type { ModelCard } from '../../electron/contract/model.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { models, type SaidOfModel } from './models.svelte.ts';
import { route } from './route.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** A model that waits for what its files do not say: its vocabulary, or what numbers it reads. */
export interface Wanting {
  /** what it came in */
  readonly files: readonly GrantedFile[];
  /** given by a person, and good */
  readonly vocabulary?: GrantedFile;
  /** what was said last: what is missing, or what is wrong with what was given */
  readonly error: PlainError;
}

const SCALE_WANTED = 'id-scale-wanted';

const canBeSaid = (thrown: unknown): thrown is AesopError =>
  thrown instanceof AesopError && (thrown.code.startsWith('vocabulary-') || thrown.code === SCALE_WANTED);

/** Models on their way to the Shelf. One whose files do not say all waits until it is said, or let go. */
class Arrivals {
  #wanting = $state.raw<Wanting | undefined>();

  get wanting(): Wanting | undefined {
    return this.#wanting;
  }

  /** Whether it is asked what numbers the waiting model reads. */
  get wantsScale(): boolean {
    return this.#wanting?.error.code === SCALE_WANTED;
  }

  /** Takes a model in, which may lie in several files, and opens it on the Shelf. */
  async add(files: readonly GrantedFile[]): Promise<void> {
    this.letGo();
    await this.#take(files);
  }

  /** Gives the waiting model its vocabulary. */
  async give(vocabulary: GrantedFile): Promise<void> {
    const wanting = this.#wanting;
    if (!wanting) return this.#release(vocabulary);
    if (wanting.vocabulary) this.#release(wanting.vocabulary);
    await this.#take(wanting.files, { vocabulary });
  }

  /** Says what the waiting model reads for the number of a symbol. */
  async scale(idScale: IdScale): Promise<void> {
    if (this.#wanting) await this.#take(this.#wanting.files, { vocabulary: this.#wanting.vocabulary, idScale });
  }

  letGo(): void {
    const { files = [], vocabulary } = this.#wanting ?? {};
    for (const file of vocabulary ? [...files, vocabulary] : files) this.#release(file);
    this.#wanting = undefined;
  }

  async #take(files: readonly GrantedFile[], said: SaidOfModel = {}): Promise<void> {
    const card = await trouble.guard((): Promise<ModelCard | undefined> =>
      models.import(files, said).catch((thrown: unknown) => {
        if (!canBeSaid(thrown)) {
          this.#wanting = undefined;
          throw thrown;
        }
        const kept = thrown.code === SCALE_WANTED ? said.vocabulary : undefined;
        this.#wanting = { files, error: toPlainError(thrown), ...(kept && { vocabulary: kept }) };
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
