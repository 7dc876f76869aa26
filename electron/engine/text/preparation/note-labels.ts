const LETTERS = 26;

/** A, B, … Z, AA, AB, … from 1 on; 0 of what is no letter. */
function place(label: string): number {
  if (!/^[A-Z]{1,2}$/i.test(label)) return 0;
  return [...label.toUpperCase()].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
}

/** Notes that letters point to come in their order: what else stands in brackets was added by an editor, as in "Freund[e]". */
export class NoteLabels {
  #last: number | undefined = 0;

  /** Whether a reference may have a label, whose turn it is then. */
  take(label: string): boolean {
    const at = place(label);
    if (at === 0) return true;
    if (this.#last !== undefined && at > this.#last + 1) return false;
    this.#last = at;
    return true;
  }

  /** Text was passed over: any letter may come. */
  gap(): void {
    this.#last = undefined;
  }
}
