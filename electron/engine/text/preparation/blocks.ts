/** UTF-16 units of a block at most. */
const BLOCK = 1 << 16;

/** Cuts a text that comes in pieces into blocks at line ends, the same wherever the pieces were cut. */
export class Blocks {
  #held = '';

  *push(piece: string): Generator<string> {
    let from = 0;
    while (this.#held.length + piece.length - from >= BLOCK) {
      const most = from + BLOCK - this.#held.length;
      const end = piece.lastIndexOf('\n', most - 1) + 1;
      if (end > from) {
        yield this.#held + piece.slice(from, end);
        this.#held = '';
        from = end;
      } else {
        // a line end of what is held, if any, else the midst of a line
        const all = this.#held + piece.slice(from, most);
        const to = all.lastIndexOf('\n') + 1 || BLOCK;
        yield all.slice(0, to);
        this.#held = all.slice(to);
        from = most;
      }
    }
    this.#held += piece.slice(from);
  }

  *end(): Generator<string> {
    if (this.#held) yield this.#held;
    this.#held = '';
  }
}
