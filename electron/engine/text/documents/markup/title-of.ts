import { MOST_OF_TITLE, plainTitle } from '../plain-title.ts';
import type { MarkupHandler } from './xml.ts';

/** Of a page, and of the metadata of documents and books; pictures have titles, too. */
const PREFIXES = new Set(['', 'dc']);

/** Hears the title that a document says it has, and passes on what it hears. */
export class TitleOf implements MarkupHandler {
  readonly #next: MarkupHandler | undefined;
  #said = '';
  #isInside = false;
  #isOver = false;

  constructor(next?: MarkupHandler) {
    this.#next = next;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    // in the text itself, pictures and tables have titles
    if (name === 'body') this.#isOver = true;
    else if (name === 'title' && PREFIXES.has(prefix) && !this.#isOver) this.#isInside = true;
    this.#next?.open(name, attributes, prefix);
  }

  close(name: string) {
    if (name === 'title' && this.#isInside) {
      this.#isInside = false;
      this.#isOver = this.title !== '';
    }
    this.#next?.close(name);
  }

  text(text: string) {
    if (this.#isInside && this.#said.length < MOST_OF_TITLE) this.#said += text;
    this.#next?.text(text);
  }

  /** On one line; empty where there is none. */
  get title(): string {
    return plainTitle(this.#said);
  }
}
