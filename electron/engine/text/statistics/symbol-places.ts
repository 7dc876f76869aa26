import { loweredWithPlaces } from '../tokenizers/cut.ts';
import type { Left, Tokenizer } from '../tokenizers/tokenizer.ts';

/** Where each symbol of a text begins, in UTF-16 units: 4 bytes a symbol. */
export interface Places {
  readonly bytes: number;
  /** A stretch of symbols as a stretch of the text; what stands between its last symbol and the next one belongs to it. */
  stretch(position: number, length: number): { offset: number; characters: number };
}

/** Finds where each symbol begins of a text that comes in pieces. */
export class SymbolPlaces {
  readonly #tokenizer: Tokenizer;
  #left: Left = { asks: false, opens: true };
  #places = new Uint32Array(1 << 12);
  #length = 0;
  #rest = '';
  #position = 0;
  #wait = 0;

  /** @param tokenizer that nothing else uses meanwhile */
  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** Takes the next piece of the normalised text. */
  push(piece: string): void {
    this.#rest += piece;
    // as `SymbolStream`: a symbol longer than all pieces so far waits for twice as much of it
    if (this.#rest.length >= this.#wait) this.#cut(false);
  }

  /** Ends a source; what is pushed after that begins the next one. */
  end(): void {
    this.#cut(true);
    this.#left = { asks: false, opens: true };
  }

  /** Symbols so far. */
  get length(): number {
    return this.#length;
  }

  /** Those of the text so far, which hold on to nothing else: a tokenizer may hold a vocabulary. */
  places(): Places {
    const places = this.#places.slice(0, this.#length);
    const end = this.#position;
    return {
      bytes: places.byteLength,
      stretch(position, length) {
        const offset = places[position] ?? end;
        return { offset, characters: (places[position + length] ?? end) - offset };
      },
    };
  }

  #cut(final: boolean): void {
    const { lower } = this.#tokenizer;
    const { text, placeOf } = lower ? loweredWithPlaces(this.#rest, lower) : { text: this.#rest, placeOf: same };
    const consumed = this.#tokenizer.scan(
      text,
      final,
      (_, start, _end, at = start) => this.#add(this.#position + placeOf(at)),
      this.#left,
    );
    const done = final ? this.#rest.length : placeOf(consumed);
    this.#position += done;
    this.#rest = this.#rest.slice(done);
    this.#wait = 2 * this.#rest.length;
  }

  #add(place: number): void {
    if (this.#length === this.#places.length) {
      const more = new Uint32Array(2 * this.#length);
      more.set(this.#places);
      this.#places = more;
    }
    this.#places[this.#length++] = place;
  }
}

const same = (at: number): number => at;
