import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { Corpus } from '../../../../electron/contract/corpus.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { PAGE, pageCount, pageOf, pageRange, type TextPage } from './text-pages.ts';

/** The page of a text that is open, however long the text is. What is shown stays until the next page is there. */
export class OpenPage {
  readonly corpus: Corpus;
  readonly pages: number;
  /** where the slider stands while it moves */
  wanted = $state(0);
  #shown = $state.raw<TextPage | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #asked = 0;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    this.pages = pageCount(corpus.characters);
    void this.turn(0);
  }

  get shown(): TextPage | undefined {
    return this.#shown;
  }
  get error(): PlainError | undefined {
    return this.#error;
  }

  async turn(to: number): Promise<void> {
    const page = Math.min(this.pages - 1, Math.max(0, to));
    const asked = ++this.#asked;
    this.wanted = page;
    const { offset, length } = pageRange(page);
    try {
      const { text, line } = await corpora.text(this.corpus.id, offset, length);
      if (asked === this.#asked) [this.#shown, this.#error] = [pageOf(text, page, this.pages, line), undefined];
    } catch (thrown) {
      if (asked === this.#asked) this.#error = toPlainError(thrown);
    }
  }

  /** Opens the page that holds a place of the text. */
  async reveal(offset: number): Promise<void> {
    if (this.#shown && this.#holds(this.#shown, offset)) return;
    const page = Math.floor(offset / PAGE);
    await this.turn(page);
    // A page begins with a line: what stands before it ends the page before.
    if (this.#shown?.number === page && offset < this.#shown.start) await this.turn(page - 1);
  }

  #holds({ start, text }: TextPage, offset: number): boolean {
    return offset >= start && offset < start + text.length;
  }
}
