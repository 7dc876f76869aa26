import { toPlainError, type PlainError } from '../../electron/contract/errors.ts';
import type { ModelCard } from '../../electron/contract/model.ts';
import { MANIFEST_ID, SECTION_ATTRIBUTE } from '../../electron/engine/formats/storyteller/manifest.ts';
import {
  readStoryteller,
  readWords,
  type PageSource,
} from '../../electron/engine/formats/storyteller/read-storyteller.ts';
import type { StorytellerParts } from '../../electron/engine/generation/storyteller.ts';
import { models } from '../state/models.svelte.ts';
import { bringWords } from './words.ts';

/** More than the list of words ever had. */
const MOST_WORDS = 2 ** 23;

/** What stands in the page. Each piece goes once it was read: the text of a large model is larger than the model. */
function sourceOf(page: Document): PageSource {
  return {
    manifest: page.getElementById(MANIFEST_ID)?.textContent ?? '',
    *pieces(section) {
      for (const element of page.querySelectorAll(`script[${SECTION_ATTRIBUTE}="${section}"]`)) {
        const piece = element.textContent;
        element.remove();
        yield piece;
      }
    },
  };
}

/** The one model that this page tells by. */
class OpenModel {
  #card = $state.raw<ModelCard | undefined>();
  #error = $state.raw<PlainError | undefined>();
  #parts: StorytellerParts | undefined;

  get card(): ModelCard | undefined {
    return this.#card;
  }

  /** Why there is none. */
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** What it tells with, once it is read. */
  get parts(): StorytellerParts | undefined {
    return this.#parts;
  }

  async read(page: Document): Promise<void> {
    try {
      const source = sourceOf(page);
      bringWords(await readWords(source, MOST_WORDS));
      const { card, ...parts } = await readStoryteller(source);
      this.#parts = parts;
      models.receive([card]);
      this.#card = card;
    } catch (thrown) {
      this.#error = toPlainError(thrown);
    }
  }
}

export const openModel = new OpenModel();
