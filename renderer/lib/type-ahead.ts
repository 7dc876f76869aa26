/** Milliseconds after which a letter begins a name anew. */
const PAUSE = 800;

/** Finds rows of a list by the first letters of their names, as they are typed. */
export class TypeAhead {
  #typed = '';
  #last = -Infinity;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * @param names of all rows
   * @param at the row that the keys are at
   * @returns the row to go to, from there on and round; undefined where the key is none that is typed, or no name begins so
   */
  find(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, names: readonly string[], at: number) {
    const { key } = event;
    if ([...key].length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const fresh = this.#now() - this.#last > PAUSE;
    // a space goes on with a name; alone it does what it does on a row
    if (key === '?' || (key === ' ' && (fresh || this.#typed === ''))) return undefined;
    this.#last = this.#now();
    this.#typed = (fresh ? '' : this.#typed) + key.toLocaleLowerCase();
    // the same letter again and again goes from one name to the next
    const same = [...this.#typed].every((letter) => letter === key.toLocaleLowerCase());
    const wanted = same ? key.toLocaleLowerCase() : this.#typed;
    const from = same ? at + 1 : at;
    for (let k = 0; k < names.length; k++) {
      const index = (from + k) % names.length;
      if (names[index].toLocaleLowerCase().startsWith(wanted)) return index;
    }
    return undefined;
  }
}
