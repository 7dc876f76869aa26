/** What Joplin writes below a note that it exports as it keeps it (RAW): its own facts of it, one a line. */
const BEGINS = /^id: [0-9a-f]{32}$/;
const FACT = /^[a-z_]{2,40}:(?: .{0,2000})?$/;
const ENDS = /^type_: \d{1,2}$/;
/** The same in a whole note. */
const OF_JOPLIN = /(?:^|\n)id: [0-9a-f]{32}\n[^]*\ntype_: \d{1,2}\s*$/;
const MOST = 80;

/** Whether a note is one of Joplin's. */
export const isOfJoplin = (text: string): boolean => text.includes('\ntype_: ') && OF_JOPLIN.test(text);

/** Holds what may be those facts, to the end of the note. */
export class JoplinFacts {
  #held: string[] = [];
  #afterBlank = true;

  /** @returns lines of the note */
  take(line: string): string[] {
    const begins = this.#held.length === 0 && this.#afterBlank && BEGINS.test(line);
    this.#afterBlank = line.trim() === '';
    if (this.#held.length === 0 && !begins) return [line];
    this.#held.push(line);
    return this.#held.length <= MOST && (FACT.test(line) || this.#afterBlank) ? [] : this.#held.splice(0);
  }

  /** @returns what was held and is of the note; nothing where it was facts */
  end(): string[] {
    const held = this.#held.splice(0);
    return ENDS.test(held.findLast((line) => line.trim() !== '') ?? '') ? [] : held;
  }
}
