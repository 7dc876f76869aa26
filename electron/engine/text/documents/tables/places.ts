import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Omissions } from '../omissions.ts';

/** Columns that are told apart though they are not read. */
const MOST_LEFT_OUT = DOCUMENT_LIMITS.cells;

/** Where in the rows of a table each column stands that comes up; those of which there are too many are told. */
export class Places {
  readonly #names: string[];
  readonly #omissions: Omissions;
  readonly #places: Map<string, number>;
  readonly #leftOut = new Set<string>();
  /** the one that somebody asked for, as long as it has not come up */
  #asked: string | undefined;

  /**
   * @param names of the columns, which are put into it as they come
   * @param asked by its name: however many come before it, a place is left for it
   */
  constructor(names: string[], omissions: Omissions, asked?: string) {
    this.#names = names;
    this.#omissions = omissions;
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#asked = asked?.trim().toLowerCase();
  }

  /** @returns undefined where there are more columns than are read */
  of(name: string): number | undefined {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (name.trim().toLowerCase() === this.#asked) this.#asked = undefined;
    const kept = this.#asked === undefined ? 0 : 1;
    if (this.#names.length + kept >= DOCUMENT_LIMITS.columns) {
      this.leaveOut(name);
      return undefined;
    }
    const place = this.#names.push(name) - 1;
    this.#places.set(name, place);
    return place;
  }

  leaveOut(name: string): void {
    if (this.#leftOut.has(name) || this.#leftOut.size >= MOST_LEFT_OUT) return;
    this.#leftOut.add(name);
    this.#omissions.add('columns');
  }
}
