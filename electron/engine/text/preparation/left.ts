const BLANKS = /\s*/y;

/** What is left of a line out of which places are taken, one behind the other: written once, however many they are. */
export class Left {
  text = '';
  hasInk = false;
  /** where the line goes on that was looked at last, and whether it is the one that was begun with */
  from = 0;
  isOne = true;
  #endsBlank = false;

  add(part: string): void {
    if (part === '') return;
    this.text += part;
    this.hasInk ||= part.trim() !== '';
    this.#endsBlank = part.trimEnd().length < part.length;
  }

  /** Goes on behind a place that ends at `end`: of blanks on both sides of it, those before it stay. */
  goOn(text: string, end: number): void {
    BLANKS.lastIndex = end;
    const blanks = !this.hasInk || this.#endsBlank ? (BLANKS.exec(text)?.[0].length ?? 0) : 0;
    this.from = end + blanks;
  }
}
