import type { Deleted, DeletedThings, Trash } from '../../electron/contract/machine.ts';
import { client } from '../lib/client.ts';

/** What was deleted and can still come back, as it was looked at last. */
class TrashState {
  #value = $state.raw<Trash | undefined>();

  get value(): Trash | undefined {
    return this.#value;
  }

  /** The newest of it, and how much more there is. */
  list(): Promise<DeletedThings> {
    return client.request('trash.list', {});
  }

  async restore({ kind, id }: Deleted): Promise<void> {
    await client.request(`${kind}.restore`, { id });
    await this.look();
  }

  async look(): Promise<void> {
    this.#value = await client.request('trash.describe', {});
  }

  /** Deletes all of it for good. */
  async empty(): Promise<void> {
    await client.request('trash.empty', {});
    await this.look();
  }
}

export const trash = new TrashState();
