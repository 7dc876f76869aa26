import type { Ids } from './id-list.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The symbols of a text that its vocabulary lacks, by where they stand: eight bytes for each place. */
export class UnknownSymbols {
  readonly #places: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #symbols: ReadonlyMap<number, string>;

  /**
   * @param places in the text, rising
   * @param numbers of the symbol at each
   * @param symbols by their numbers
   */
  constructor(
    places: Uint32Array = new Uint32Array(),
    numbers: Uint32Array = new Uint32Array(),
    symbols: ReadonlyMap<number, string> = new Map(),
  ) {
    this.#places = places;
    this.#numbers = numbers;
    this.#symbols = symbols;
  }

  /** The symbol at a place of the text; undefined where none is unknown there. */
  at(place: number): string | undefined {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle] < place) low = middle + 1;
      else high = middle;
    }
    return this.#places[low] === place ? this.#symbols.get(this.#numbers[low]) : undefined;
  }
}

/** A text in the ids of a vocabulary, with what stands where those say `<unk>`. */
export interface NumberedText {
  readonly ids: Ids;
  readonly vocabulary: Vocabulary;
  readonly unknown: UnknownSymbols;
}

/** The symbol that stands at a place of the text, be it known or not. */
export function symbolAt({ ids, vocabulary, unknown }: NumberedText, place: number): string {
  const id = ids[place];
  return (id === vocabulary.unknownId ? unknown.at(place) : undefined) ?? vocabulary.symbol(id);
}
