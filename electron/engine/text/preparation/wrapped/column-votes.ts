/** Ends of lines, which vote for the columns that they may have been wrapped at. */
export class ColumnVotes {
  readonly #most: number;
  readonly #changes: Int32Array;

  /** @param most columns that are looked at */
  constructor(most: number) {
    this.#most = most;
    this.#changes = new Int32Array(most + 2);
  }

  /**
   * @param length columns of a line
   * @param fit the same with the first word of the next one, for which there was no room
   */
  add(length: number, fit: number): void {
    if (length > this.#most) return;
    this.#changes[length]++;
    this.#changes[Math.min(fit, this.#most + 1)]--;
  }

  /** The columns that are in line with most ends, the fewest of several; 0 without any. */
  get likeliest(): number {
    let best = 0;
    let most = 0;
    for (let columns = 0, count = 0; columns <= this.#most; columns++) {
      count += this.#changes[columns];
      if (count > most) [best, most] = [columns, count];
    }
    return best;
  }
}
