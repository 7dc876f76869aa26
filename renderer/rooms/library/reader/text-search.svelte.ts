import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import type { Corpus, TextHits } from '../../../../electron/contract/corpus.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { hitsIn, type Span } from './marks.ts';
import type { TextPage } from './text-pages.ts';

/** Hits fetched at a time. */
const FETCHED = 200;

/** A search in a text: which hits there are, and at which of them one is. */
export class TextSearch {
  readonly corpus: Corpus;
  open = $state(false);
  #text = $state('');
  #found = $state.raw<TextHits | undefined>();
  #at = $state(0);
  #error = $state.raw<PlainError | undefined>();
  #waiting: { near: number } | undefined;
  #busy = false;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  get text(): string {
    return this.#text;
  }
  /** what has been found of `text`; nothing while it is looked for */
  get found(): TextHits | undefined {
    return this.#found;
  }
  /** index of the current hit among all */
  get at(): number {
    return this.#at;
  }
  /** the current hit: offset and length */
  get current(): readonly [number, number] | undefined {
    return this.open && this.#found ? this.#found.hits[this.#at - this.#found.first] : undefined;
  }
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** The hits on a page, and the current one where it begins there, as stretches of the page. */
  on(page: TextPage | undefined): { hits: readonly Span[]; current?: Span } {
    if (!this.open || !page) return { hits: [] };
    const [offset, length] = this.current ?? [-1, 0];
    const from = offset - page.start;
    const current: Span | undefined = from >= 0 && from < page.text.length ? [from, from + length] : undefined;
    return { hits: hitsIn(page.text, this.#text, current), current };
  }

  /** Looks for a text from a place on. One search is under way at a time; of those that wait the last one counts. */
  async find(text: string, near: number): Promise<void> {
    if (text === this.#text && this.#found) return;
    [this.#text, this.#found, this.#error] = [text, undefined, undefined];
    this.#waiting = { near };
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting) {
      const { near: from } = this.#waiting;
      this.#waiting = undefined;
      await this.#look(from);
    }
    this.#busy = false;
  }

  async #look(near: number): Promise<void> {
    const text = this.#text;
    if (text.trim() === '') return;
    const found = await this.#ask(text, near);
    if (!found || text !== this.#text) return;
    const next = found.hits.findIndex(([offset]) => offset >= near);
    this.#at = found.first + (next < 0 ? found.hits.length - 1 : next);
    this.#found = found;
  }

  async #ask(text: string, near: number): Promise<TextHits | undefined> {
    try {
      return await corpora.search(this.corpus.id, text, near, FETCHED);
    } catch (thrown) {
      if (text === this.#text) this.#error = toPlainError(thrown);
      return undefined;
    }
  }

  /** Goes to the next hit, or the one before; behind the last comes the first. */
  async step(by: 1 | -1): Promise<void> {
    const known = this.#found;
    if (!known || known.total === 0) return;
    const to = (this.#at + by + known.total) % known.total;
    if (known.hits[to - known.first]) {
      this.#at = to;
      return;
    }
    const found = await this.#ask(this.#text, this.#placeOf(to, known));
    if (found?.hits[to - found.first] && this.#found === known) [this.#found, this.#at] = [found, to];
  }

  /** A place near a hit that is not among the known ones. */
  #placeOf(to: number, { total, hits }: TextHits): number {
    if (to === 0) return 0;
    if (to === total - 1) return this.corpus.characters;
    return this.#at < to ? hits[hits.length - 1][0] + 1 : hits[0][0];
  }
}
