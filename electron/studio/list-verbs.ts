import type { Listed, ListedKind, RequestValue } from '../contract/studio.ts';
import type { Collection } from '../storage/records/collection.ts';
import type { Events } from './events.ts';

/** What can be done with everything that lies in a list, told to every page as the one thing that it changes. */
export interface ListVerbs<K extends ListedKind> {
  rename(input: RequestValue<'models.rename'>): Promise<Listed<K>>;
  delete(input: RequestValue<'models.delete'>): Promise<Record<string, never>>;
  restore(input: RequestValue<'models.restore'>): Promise<Listed<K>>;
}

/**
 * @param named the thing under another name
 * @param listed the thing as lists have it
 */
export function listVerbs<K extends ListedKind, T extends { id: string }>(
  events: Events,
  kind: K,
  things: Collection<T>,
  named: (thing: T, name: string) => T,
  listed: (thing: T) => Listed<K>,
): ListVerbs<K> {
  return {
    rename: async ({ id, name }) =>
      events.changed(kind, listed(await things.update(id, (thing) => named(thing, name)))),
    async delete({ id }) {
      await things.remove(id);
      events.removed(kind, id);
      return {};
    },
    restore: async ({ id }) => events.changed(kind, listed(await things.restore(id))),
  };
}
