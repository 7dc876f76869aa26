/** `most` of some things, evenly spread, the first and the last among them. */
export function evenly<T>(things: readonly T[], most: number): T[] {
  if (things.length <= most) return [...things];
  return Array.from({ length: most }, (_, at) => things[Math.round((at * (things.length - 1)) / (most - 1))]);
}

/** Keeps a bounded number of things as they come, however many: evenly spread, the first and the last among them. */
export class Spread<T> {
  /** all that came */
  count = 0;
  readonly #most: number;
  #every = 1;
  #kept: T[] = [];
  #last: T | undefined;

  /** @param most as many are kept at least where as many came, and twice as many at most */
  constructor(most: number) {
    this.#most = most;
  }

  add(thing: T): void {
    if (this.count++ % this.#every === 0) {
      this.#kept.push(thing);
      this.#last = undefined;
    } else this.#last = thing;
    if (this.#kept.length < 2 * this.#most) return;
    this.#last ??= this.#kept.at(-1);
    this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
    this.#every *= 2;
  }

  get things(): T[] {
    return this.#last === undefined ? [...this.#kept] : [...this.#kept, this.#last];
  }
}

/** Keeps the newest things. */
export class Newest<T> {
  readonly #most: number;
  #kept: T[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(thing: T): void {
    this.#kept.push(thing);
    if (this.#kept.length >= 2 * this.#most) this.#kept = this.things;
  }

  get things(): T[] {
    return this.#kept.slice(-this.#most);
  }
}
