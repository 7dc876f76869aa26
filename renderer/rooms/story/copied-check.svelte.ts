import { toPlainError, type PlainError } from '../../../electron/contract/errors.ts';
import type { CopiedFromTexts, CopiedSpan, ToldStory } from '../../../electron/contract/story.ts';
import { stories } from '../../state/stories.svelte.ts';
import { copiedOf, spanAt, type Copied } from './text/copied.ts';

export interface Found extends Copied, Omit<CopiedFromTexts, 'share'> {
  readonly given: number;
  /** the text that a span stands in, where several were searched */
  readonly textOf: (span: CopiedSpan) => string | undefined;
}

/** What of the open story stands in the texts its model learnt from, looked up once it is told. */
export class CopiedCheck {
  #found = $state.raw<Found | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #story: ToldStory | undefined;
  readonly #nameOf: (corpus: string) => string | undefined;

  /** @param nameOf names a text, in the language of now */
  constructor(nameOf: (corpus: string) => string | undefined = () => undefined) {
    this.#nameOf = nameOf;
  }

  get found(): Found | undefined {
    return this.#found;
  }

  get error(): PlainError | undefined {
    return this.#error;
  }

  /** The copied span that a told symbol lies in. */
  spanAt(index: number): CopiedSpan | undefined {
    return this.#found && spanAt(this.#found.spans, this.#found.given, index);
  }

  clear(): void {
    this.#story = undefined;
    this.#found = undefined;
    this.#error = undefined;
  }

  async look(story: ToldStory): Promise<void> {
    if (story === this.#story) return;
    this.clear();
    this.#story = story;
    const { model, prompt, symbols } = story;
    try {
      const given = (await stories.prompt(model, prompt)).map(({ text }) => text);
      const found = await stories.copied(model, [...given, ...symbols.map(({ text }) => text)]);
      if (story !== this.#story) return;
      const textOf = ({ corpus }: CopiedSpan) => (found.texts.length > 1 ? this.#nameOf(corpus) : undefined);
      this.#found = { ...found, ...copiedOf(found.spans, given.length, symbols.length), given: given.length, textOf };
    } catch (thrown) {
      if (story === this.#story) this.#error = toPlainError(thrown);
    }
  }
}
