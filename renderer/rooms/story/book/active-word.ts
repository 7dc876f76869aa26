/** The one word of the text that is a button, for the keys and the screen reader; the others stay plain text. */
export class ActiveWord {
  #word: HTMLElement | undefined;

  /** Makes `word` the button, with what the screen reader says of it. */
  set(word: HTMLElement | undefined, label: string, open: boolean): void {
    if (this.#word && this.#word !== word) this.#strip(this.#word);
    this.#word = word;
    if (!word) return;
    word.tabIndex = 0;
    word.role = 'button';
    word.ariaHasPopup = 'dialog';
    word.ariaExpanded = String(open);
    word.ariaLabel = label;
    word.classList.toggle('is-open', open);
  }

  #strip(word: HTMLElement): void {
    for (const name of ['tabindex', 'role', 'aria-haspopup', 'aria-expanded', 'aria-label']) word.removeAttribute(name);
    word.classList.remove('is-open');
  }
}
