const media = globalThis.matchMedia?.('(max-width: 759px)');

/**
 * Whether a room has one column now: a list and what is chosen in it are two pages then. Style sheets say the same
 * width in their media queries.
 */
class Narrow {
  #current = $state(media?.matches ?? false);

  constructor() {
    media?.addEventListener('change', ({ matches }) => (this.#current = matches));
  }

  get current(): boolean {
    return this.#current;
  }
}

export const narrow = new Narrow();
