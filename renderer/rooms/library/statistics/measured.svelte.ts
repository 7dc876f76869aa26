import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { Corpus, CorpusStatistics, TokenizerName } from '../../../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { firstSize, settingsFor } from './vocabulary.ts';

/** A text seen through a tokenizer of choice: measured anew at each choice, the last choice wins. */
export class Measured {
  readonly corpus: Corpus;
  /** symbols of the vocabulary that is looked at */
  size = $state(0);
  #tokenizer = $state<TokenizerName>('words');
  #lowercase = $state(false);
  #statistics = $state.raw<CorpusStatistics>() as CorpusStatistics;
  #pending = $state(false);
  #error = $state.raw<PlainError | undefined>();
  #asked: AbortController | undefined;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    this.#statistics = corpus.statistics;
    this.#tokenizer = corpus.statistics.tokenizer;
    this.#lowercase = corpus.statistics.lowercase;
    this.size = firstSize(corpus);
  }

  get tokenizer(): TokenizerName {
    return this.#tokenizer;
  }
  get lowercase(): boolean {
    return this.#lowercase;
  }
  /** of the last choice that was measured */
  get statistics(): CorpusStatistics {
    return this.#statistics;
  }
  /** while it is measured */
  get pending(): boolean {
    return this.#pending;
  }
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** What was set here beside what is proposed for the text: a training takes it over. */
  get chosen(): Partial<Hyperparameters> {
    const { corpus, statistics } = this;
    const [tokenizer, lowercase] = [this.#tokenizer, this.#lowercase];
    return {
      ...(tokenizer !== corpus.statistics.tokenizer && { tokenizer }),
      ...(lowercase !== corpus.statistics.lowercase && { lowercase }),
      // of the cut before, while the chosen one is measured
      ...(!this.#pending && settingsFor(this.size, { ...corpus, statistics })),
    };
  }

  /** Leaves off what is being measured: nobody looks at it any more. */
  leaveOff(): void {
    this.#asked?.abort();
  }

  async choose(tokenizer: TokenizerName, lowercase: boolean): Promise<void> {
    this.leaveOff();
    const asked = (this.#asked = new AbortController());
    [this.#tokenizer, this.#lowercase, this.#pending, this.#error] = [tokenizer, lowercase, true, undefined];
    try {
      const statistics = await corpora.statistics(this.corpus.id, tokenizer, lowercase, asked.signal);
      if (statistics && asked === this.#asked) {
        this.#statistics = statistics;
        this.size = firstSize({ ...this.corpus, statistics });
      }
    } catch (thrown) {
      if (asked === this.#asked) this.#error = toPlainError(thrown);
    }
    if (asked === this.#asked) this.#pending = false;
  }
}
