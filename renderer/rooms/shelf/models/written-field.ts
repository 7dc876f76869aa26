/** A field whose text is kept while it is being written in, and what is known of how far that has come. */
export class WrittenField {
  text = '';
  #written = 0;
  #sent = 0;
  #kept = 0;

  /** It was written in. */
  write(text: string): void {
    this.text = text;
    this.#written++;
  }

  /** Whether something stands in it that was not sent yet. */
  get isUnsent(): boolean {
    return this.#written > this.#sent;
  }

  /** Whether something stands in it of which the answer has not come yet. */
  get isAhead(): boolean {
    return this.#written > this.#kept;
  }

  /** What stands in it is being sent. @returns takes whether it was kept; what was not is sent again */
  send(): (isKept: boolean) => void {
    const sent = this.#written;
    this.#sent = sent;
    return (isKept) => {
      if (isKept) this.#kept = Math.max(this.#kept, sent);
      else this.#sent = Math.min(this.#sent, this.#kept);
    };
  }
}
