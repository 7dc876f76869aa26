/** Which dialog of the frame is open; one at a time. */
class Overlays {
  #open = $state<'finder' | 'shortcuts' | undefined>();

  get any(): boolean {
    return this.#open !== undefined;
  }

  get finder(): boolean {
    return this.#open === 'finder';
  }

  set finder(open: boolean) {
    this.#open = open ? 'finder' : undefined;
  }

  get shortcuts(): boolean {
    return this.#open === 'shortcuts';
  }

  set shortcuts(open: boolean) {
    this.#open = open ? 'shortcuts' : undefined;
  }
}

export const overlays = new Overlays();
