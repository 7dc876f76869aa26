import { toPlainError, type PlainError } from '../../../electron/contract/errors.ts';
import { stories } from '../../state/stories.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { desk } from './desk.svelte.ts';

/** Fetches the kept story that the address names and lays it on the desk. */
export class Opening {
  /** the one on its way, or that did not come */
  #id = $state<string | undefined>();
  #error = $state.raw<PlainError | undefined>();

  get waits(): boolean {
    return this.#id !== undefined && !this.#error;
  }

  get error(): PlainError | undefined {
    return this.#error;
  }

  /** @param id undefined where the address names none: one on its way is then no longer waited for */
  async open(id: string | undefined): Promise<void> {
    if (id === this.#id && this.waits) return;
    this.#id = undefined;
    this.#error = undefined;
    const { story: open } = telling;
    if (id === undefined || (open && 'id' in open && open.id === id)) return;
    const held = stories.held(id);
    if (held) return desk.open(held);
    this.#id = id;
    try {
      const story = await stories.read(id);
      if (id !== this.#id) return;
      this.#id = undefined;
      desk.open(story);
    } catch (thrown) {
      if (id === this.#id) this.#error = toPlainError(thrown);
    }
  }
}
