import { toPlainError, type PlainError } from '../../../electron/contract/errors.ts';
import { stories } from '../../state/stories.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { desk } from './desk.svelte.ts';

/** Fetches the story that the address names and lays it on the desk; an address that names none is a blank page's. */
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

  /** @param id undefined where the address names none: one on its way is then no longer waited for, an open one is put away */
  async open(id: string | undefined): Promise<void> {
    if (id === this.#id && this.waits) return;
    this.#id = undefined;
    this.#error = undefined;
    const open = telling.story && 'id' in telling.story ? telling.story.id : undefined;
    if (open === id || (id !== undefined && desk.growing === id)) return;
    if (id === undefined) return desk.blank();
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
