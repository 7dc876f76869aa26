/** What all pages know. */
const KNOWN: Readonly<Record<string, string>> = {
  lq: '“', rq: '”', Tm: '™', R: '®', Lq: '“', Rq: '”', Aq: "'", q: '"', Am: '&', Ba: '|', Ge: '≥', Le: '≤', Ne: '≠', 'C`': '"', "C'": '"',
}; // prettier-ignore
const MOST = 1_000;
/** UTF-16 units that are printed by names, beyond as many as the page itself has: one made of others may double each time. */
const MOST_PRINTED = 1 << 16;

/** Strings that a page calls by names. */
export class Strings {
  readonly #strings = new Map(Object.entries(KNOWN));
  #left = MOST_PRINTED;

  define(name: string, value: string): void {
    if (this.#strings.size < MOST || this.#strings.has(name)) this.#strings.set(name, value);
  }

  has(name: string): boolean {
    return this.#strings.has(name);
  }

  /** So much of the page was read. */
  read(units: number): void {
    this.#left += units;
  }

  /** What a name prints; nothing once more was printed than any page would. */
  print(name: string): string {
    const value = this.#strings.get(name) ?? '';
    if (value.length > this.#left) return '';
    this.#left -= value.length;
    return value;
  }
}
