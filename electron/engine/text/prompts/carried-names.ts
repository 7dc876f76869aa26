import type { Sampling } from '../../../contract/story.ts';
import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Where a word is a symbol, and so can be written as another. */
const OF_WORDS: ReadonlySet<Tokenizer['name']> = new Set(['words', 'whitespace']);

/** `word` of `written`, which may begin and end with blanks, replaced by another. */
const put = (written: string, word: string, other: string): string => written.replace(word, () => other);

/**
 * The words of a prompt that others stand in for, carried over into the story: where it tells a stand-in, the word is
 * written. Of several words with one stand-in the first is.
 */
export class CarriedNames {
  readonly #nameOf = new Map<string, string>();
  readonly #standInOf = new Map<string, string>();

  constructor({ standIns, carryOver }: Pick<Sampling, 'standIns' | 'carryOver'>, tokenizer: Tokenizer) {
    if (!carryOver || !OF_WORDS.has(tokenizer.name)) return;
    for (const [name, standIn] of Object.entries(standIns)) {
      const as = (tokenizer.lower?.(standIn) ?? standIn).trim();
      if (this.#nameOf.has(as)) continue;
      this.#nameOf.set(as, name.trim());
      this.#standInOf.set(name.trim(), as);
    }
  }

  /** A told symbol as the story has it. */
  written(text: string): string {
    if (this.#nameOf.size === 0) return text;
    const word = text.trim();
    const name = this.#nameOf.get(word);
    return name === undefined ? text : put(text, word, name);
  }

  /** A symbol of a story as the model told it. */
  standIn(text: string, vocabulary: Vocabulary): string {
    if (this.#standInOf.size === 0 || vocabulary.id(text) !== undefined) return text;
    const word = text.trim();
    const as = this.#standInOf.get(word);
    return as === undefined ? text : put(text, word, as);
  }
}
