/** UTF-16 units of a block at most. */
const BLOCK = 1 << 16;

/** Cuts a text that comes in pieces into blocks at line ends, the same wherever the pieces were cut. */
export class Blocks {
  #held = '';

  *push(piece: string): Generator<string> {
    const text = this.#held + piece;
    let from = 0;
    while (text.length - from >= BLOCK) {
      const end = text.lastIndexOf('\n', from + BLOCK - 1) + 1;
      const to = end > from ? end : from + BLOCK;
      yield text.slice(from, to);
      from = to;
    }
    this.#held = text.slice(from);
  }

  *end(): Generator<string> {
    if (this.#held) yield this.#held;
    this.#held = '';
  }
}
