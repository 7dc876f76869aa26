import type { SymbolStream } from './tokenizers/tokenizer.ts';

type Cutting = Pick<SymbolStream, 'push' | 'end'>;

/** Cuts a text of several sources, each by itself: no symbol, and nothing that one leaves for the next, spans a border. */
export class SourceStream {
  readonly #open: () => Cutting;
  readonly #borders: readonly number[];
  readonly #symbols: () => number;
  readonly #starts = [0];
  #stream: Cutting;
  #characters = 0;

  /**
   * @param open begins the cutting of a source
   * @param borders where each source but the first begins, in UTF-16 units, rising
   * @param symbols how many were cut so far
   */
  constructor(open: () => Cutting, borders: readonly number[], symbols: () => number) {
    this.#open = open;
    this.#borders = borders;
    this.#symbols = symbols;
    this.#stream = open();
  }

  push(piece: string): void {
    const end = this.#characters + piece.length;
    let from = this.#characters;
    for (let border = this.#next(); border <= end; border = this.#next()) {
      if (border > from) this.#stream.push(piece.slice(from - this.#characters, border - this.#characters));
      this.#stream.end();
      this.#starts.push(this.#symbols());
      this.#stream = this.#open();
      from = border;
    }
    if (end > from) this.#stream.push(from === this.#characters ? piece : piece.slice(from - this.#characters));
    this.#characters = end;
  }

  /** @returns the first symbol of each source, counted in all of them; as many as there are sources */
  end(): number[] {
    this.#stream.end();
    while (this.#starts.length <= this.#borders.length) this.#starts.push(this.#symbols());
    return this.#starts;
  }

  #next(): number {
    return this.#borders[this.#starts.length - 1] ?? Infinity;
  }
}
