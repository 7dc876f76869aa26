/** A name that is being asked for. */
interface Renaming {
  readonly name: string;
  rename(name: string): Promise<unknown>;
}

/** Which dialog of the frame is open; one at a time. */
class Overlays {
  #open = $state<'finder' | 'shortcuts' | 'renaming' | 'trash' | undefined>();
  #renaming = $state.raw<Renaming>();

  get any(): boolean {
    return this.#open !== undefined;
  }

  get finder(): boolean {
    return this.#open === 'finder';
  }

  set finder(open: boolean) {
    this.#open = open ? 'finder' : undefined;
  }

  /** Asks for another name of a thing. */
  rename(name: string, rename: Renaming['rename']): void {
    this.#renaming = { name, rename };
    this.#open = 'renaming';
  }

  /** What is or was renamed last. */
  get renamed(): Renaming | undefined {
    return this.#renaming;
  }

  get renaming(): boolean {
    return this.#open === 'renaming';
  }

  set renaming(open: boolean) {
    this.#open = open ? 'renaming' : undefined;
  }

  /** What was deleted and can come back. */
  get trash(): boolean {
    return this.#open === 'trash';
  }

  set trash(open: boolean) {
    this.#open = open ? 'trash' : undefined;
  }

  get shortcuts(): boolean {
    return this.#open === 'shortcuts';
  }

  set shortcuts(open: boolean) {
    this.#open = open ? 'shortcuts' : undefined;
  }
}

export const overlays = new Overlays();
