/** UTF-16 units of a line that are waited for. */
const LONGEST_HELD = 1 << 20;

/** A stretch of a text. */
export interface Lines {
  readonly text: string;
  /** whether it is whole lines: one that is too long to wait for its end goes on as it comes */
  readonly areWhole: boolean;
}

/** Makes whole lines of a text that comes in pieces. */
export class WholeLines {
  /** the beginning of a line that has not ended */
  #held = '';
  /** whether the beginning of that line is on its way already */
  #isTorn = false;

  take(piece: string): Lines {
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) return this.#hold(piece);
    const lines = { text: this.#held + piece.slice(0, end), areWhole: !this.#isTorn };
    this.#held = piece.slice(end);
    this.#isTorn = false;
    return lines;
  }

  #hold(piece: string): Lines {
    this.#held += piece;
    if (this.#held.length < LONGEST_HELD) return { text: '', areWhole: false };
    const torn = this.#held;
    this.#held = '';
    this.#isTorn = true;
    return { text: torn, areWhole: false };
  }

  /** What was held of the last line. */
  end(): string {
    return this.#held;
  }
}
