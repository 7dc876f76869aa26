import { SymbolStream, type Tokenizer } from '../tokenizers/tokenizer.ts';
import { createTokenizer } from '../tokenizers/tokenizers.ts';
import { SymbolTable } from './symbol-table.ts';
import type { TokenizerSettings } from './vocabulary.ts';

/** The symbols of whole lines of a text, cut and numbered by somebody else than who counts all of it. */
export interface CutSymbols {
  /** in order, numbered by whoever cut them, by first appearance */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** those that appear here for the first time: the next numbers */
  readonly fresh: readonly string[];
}

export interface CutText extends CutSymbols {
  readonly text: string;
}

/** Cuts stretches of a text that another counts. */
export class LinesCutter {
  readonly #tokenizer: Tokenizer;
  readonly #table = new SymbolTable();
  #numbers = new Uint32Array();

  /** @param settings of a tokenizer that cuts by lines */
  constructor(settings: TokenizerSettings) {
    this.#tokenizer = createTokenizer(settings.tokenizer, settings);
  }

  /** @param text whole lines */
  cut(text: string): CutSymbols {
    const known = this.#table.size;
    // a unit is at most two symbols: itself, and what says that no space stands before it
    if (this.#numbers.length < 2 * text.length) this.#numbers = new Uint32Array(2 * text.length);
    const numbers = this.#numbers;
    let length = 0;
    const stream = new SymbolStream(
      this.#tokenizer,
      (whole, start, end) => (numbers[length++] = this.#table.add(whole, start, end)),
    );
    stream.push(text);
    stream.end();
    const fresh = this.#table.symbols(known, this.#table.size);
    return { numbers: numbers.slice(0, length), fresh };
  }
}
