import { isCutAs, type CorpusStatistics } from '../../../../electron/contract/corpus.ts';
import type { Hyperparameters } from '../../../../electron/contract/hyperparameters.ts';
import { corpora } from '../../../state/corpora.svelte.ts';

type Cut = Pick<Hyperparameters, 'tokenizer' | 'lowercase'>;

/** A text counted through tokenizers other than its own, each when it is chosen. */
export class Counted {
  readonly #corpus: string;
  #measured = $state.raw<readonly CorpusStatistics[]>([]);
  /** the one cut that is being counted: another choice leaves it off */
  #counting: { cut: string; abort: AbortController } | undefined;

  constructor(corpus: string) {
    this.#corpus = corpus;
  }

  /** The figures of a cut, where somebody has counted it. */
  through(cut: Cut, own: CorpusStatistics): CorpusStatistics | undefined {
    return [own, ...this.#measured].find((one) => isCutAs(one, cut));
  }

  /** Counts a cut, unless that is being done. */
  async count({ tokenizer, lowercase }: Cut): Promise<void> {
    const cut = `${tokenizer} ${lowercase}`;
    if (this.#counting?.cut === cut) return;
    this.#counting?.abort.abort();
    const counting = { cut, abort: new AbortController() };
    this.#counting = counting;
    try {
      const statistics = await corpora.statistics(this.#corpus, tokenizer, lowercase, counting.abort.signal);
      if (statistics) this.#measured = [...this.#measured, statistics];
    } finally {
      if (this.#counting === counting) this.#counting = undefined;
    }
  }
}
