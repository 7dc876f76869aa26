const isSmall = (unit: number) => unit >= 97 && unit <= 122;

/** A letter of ASCII as a number, whatever its case, anything else as one behind them. */
const NO_LETTER = 26;
const letter = (unit: number) => (isSmall(unit | 32) ? (unit | 32) - 97 : NO_LETTER);
const placeOf = (first: number, second: number, third: number) =>
  (letter(first) * 27 + letter(second)) * 27 + letter(third);

/** How lines of some kind begin, by three letters: what says of most lines at once that they are none. */
export class Beginnings {
  readonly #known = new Uint8Array(27 ** 3);

  /** @param beginnings of three signs each; `_` stands for whatever is no letter */
  constructor(beginnings: readonly string[]) {
    for (const word of beginnings) this.#known[placeOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;
  }

  /** Whether a text goes on so from a place. */
  has(text: string, at: number): boolean {
    return this.#known[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2))] === 1;
  }
}
