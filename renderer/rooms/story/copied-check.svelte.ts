import { toPlainError, type PlainError } from '../../../electron/contract/errors.ts';
import type { CopiedSpan, ToldStory } from '../../../electron/contract/story.ts';
import { stories } from '../../state/stories.svelte.ts';
import { copiedOf, spanAt, type Copied } from './text/copied.ts';

export interface Found extends Copied {
  /** the text that was compared with */
  readonly corpus: string;
  readonly spans: readonly CopiedSpan[];
  readonly given: number;
}

/** What of the open story stands in the text its model learnt from, looked up once it is told. */
export class CopiedCheck {
  #found = $state.raw<Found | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #story: ToldStory | undefined;

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
      const { corpus, spans } = await stories.copied(model, [...given, ...symbols.map(({ text }) => text)]);
      if (story === this.#story)
        this.#found = { ...copiedOf(spans, given.length, symbols.length), corpus, spans, given: given.length };
    } catch (thrown) {
      if (story === this.#story) this.#error = toPlainError(thrown);
    }
  }
}
