import type { TextSymbols } from '../../../../electron/contract/corpus.ts';
import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import type { Measured } from '../statistics/measured.svelte.ts';
import type { TextPage } from '../reader/text-pages.ts';

/** A page of a text as symbols; the last one asked for wins. */
export class CutPage {
  readonly #measured: Measured;
  #symbols = $state.raw<{ page: TextPage; symbols: TextSymbols } | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #asked = 0;

  constructor(measured: Measured) {
    this.#measured = measured;
  }

  get error(): PlainError | undefined {
    return this.#error;
  }

  /** The symbols of a page, once they are there. */
  of(page: TextPage | undefined): TextSymbols | undefined {
    return this.#symbols?.page === page ? this.#symbols?.symbols : undefined;
  }

  async cut(page: TextPage): Promise<void> {
    const asked = ++this.#asked;
    const { corpus, tokenizer, lowercase } = this.#measured;
    if (page.text === '') return;
    try {
      const symbols = await corpora.symbols(corpus.id, { tokenizer, lowercase }, page.start, page.text.length);
      if (asked === this.#asked) [this.#symbols, this.#error] = [{ page, symbols }, undefined];
    } catch (thrown) {
      if (asked === this.#asked) this.#error = toPlainError(thrown);
    }
  }
}
