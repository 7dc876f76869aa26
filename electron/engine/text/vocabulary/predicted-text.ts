import { createTokenizer } from '../tokenizers/tokenizers.ts';
import type { Tokenizer } from '../tokenizers/tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * What the predicted symbols of a text stand for, by which models can be compared whatever they take for a symbol. A symbol
 * counts as many characters (Unicode code points) as are written for it behind the one before, with the space that the
 * tokenizer implies between them; one that the vocabulary lacks costs, beside its `<unk>`, the bits of its letters.
 */
export class PredictedText {
  #predictions = 0;
  #characters = 0;
  #spelling = 0;
  readonly #vocabulary: Vocabulary;
  readonly #tokenizer: Tokenizer;
  readonly #separator: number;
  readonly #symbolAt: (place: number) => string;

  /** @param symbolAt the symbol at a place of the text, be it known or not */
  constructor(vocabulary: Vocabulary, symbolAt: (place: number) => string) {
    this.#vocabulary = vocabulary;
    this.#tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
    this.#separator = codePoints(this.#tokenizer.separator);
    this.#symbolAt = symbolAt;
  }

  /** Counts the symbol at a place, which was predicted. */
  add(place: number): void {
    const symbol = this.#symbolAt(place);
    const before = place > 0 ? this.#symbolAt(place - 1) : undefined;
    const separator = before === undefined ? 0 : this.#separator;
    this.#characters += separator + codePoints(this.#tokenizer.written(symbol, before));
    this.#predictions++;
    if (this.#vocabulary.id(symbol) === undefined) this.#spelling += this.#vocabulary.spellingBits(symbol) ?? NaN;
  }

  /** Characters that were predicted. */
  get characters(): number {
    return this.#characters;
  }

  /**
   * Bits that a character of the text costs on average.
   * @param loss mean cross-entropy of the predictions that were counted, nats
   * @returns null where it holds unknown symbols and the vocabulary does not say how such are spelt, or no character
   */
  bitsPerCharacter(loss: number): number | null {
    const characters = this.#characters;
    const bits = (loss / Math.LN2) * (this.#predictions / characters) + this.#spelling / characters;
    return Number.isFinite(bits) ? bits : null;
  }
}
