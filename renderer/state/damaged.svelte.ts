import type { Damaged, ListedKind } from '../../electron/contract/studio.ts';

/** What of the workspace could not be read when the page came, and so is in none of its lists. */
class DamagedThings {
  #all = $state.raw<readonly Damaged[]>([]);

  receive(all: readonly Damaged[]): void {
    this.#all = all;
  }

  /** What is wrong with things of these kinds. */
  of(kinds: readonly ListedKind[]) {
    return this.#all.filter(({ kind }) => kinds.includes(kind)).map(({ error }) => error);
  }

  /** Was read, and is to be said no more. */
  forget(kinds: readonly ListedKind[]): void {
    this.#all = this.#all.filter(({ kind }) => !kinds.includes(kind));
  }
}

export const damaged = new DamagedThings();
