import { AesopError, toPlainError, type PlainError } from '../../electron/contract/errors.ts';

/** The one error that belongs to no place of a room; shown above the room until it is closed. */
class Trouble {
  #error = $state.raw<PlainError | undefined>();

  get error(): PlainError | undefined {
    return this.#error;
  }

  /** A lost connection has a notice of its own. */
  show(thrown: unknown): void {
    if (thrown instanceof AesopError && thrown.code === 'connection-lost') return;
    this.#error = toPlainError(thrown);
  }

  clear(): void {
    this.#error = undefined;
  }

  /** Does something a control asked for and shows what went wrong with it. */
  async guard<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.show(thrown);
      return undefined;
    }
  }
}

export const trouble = new Trouble();
