import { LISTED, type EventPayload, type Listed as Thing, type ListedKind } from '../../electron/contract/studio.ts';
import { client } from '../lib/client.ts';

/** One of the studio's lists, followed change by change. */
export class Listed<K extends ListedKind> {
  readonly #kind: K;
  readonly #order: (a: Thing<K>, b: Thing<K>) => number;
  readonly #shown: ((thing: Thing<K>) => Thing<K>) | undefined;
  #list = $state.raw<readonly Thing<K>[]>([]);
  readonly #asShown = $derived.by(() => (this.#shown ? this.#list.map(this.#shown) : this.#list));
  /** what happened since a fresh list was asked for, which may have been read before it */
  #meanwhile: (() => void)[] | undefined;

  /** @param shown a thing as the page has it */
  constructor(kind: K, order: (a: Thing<K>, b: Thing<K>) => number, shown?: (thing: Thing<K>) => Thing<K>) {
    this.#kind = kind;
    this.#order = order;
    this.#shown = shown;
  }

  get list(): readonly Thing<K>[] {
    return this.#asShown;
  }

  byId(id: string | undefined): Thing<K> | undefined {
    return this.#asShown.find((thing) => thing.id === id);
  }

  /** A fresh list is being asked for. */
  expect(): void {
    this.#meanwhile = [];
  }

  /** The whole list, in its order. */
  receive(list: readonly Thing<K>[]): void {
    this.#list = list;
    const changes = this.#meanwhile ?? [];
    this.#meanwhile = undefined;
    for (const change of changes) change();
  }

  /** Hears the studio. */
  listen(): void {
    client.on(`${this.#kind}.changed`, (payload: EventPayload<`${K}.changed`>) =>
      this.#hear(() => this.put((payload as Record<string, unknown>)[LISTED[this.#kind]] as Thing<K>)),
    );
    client.on(`${this.#kind}.removed`, ({ id }: { id: string }) => this.#hear(() => this.#remove(id)));
  }

  #hear(change: () => void): void {
    this.#meanwhile?.push(change);
    change();
  }

  /** Something new in its place, or another than before. */
  put(thing: Thing<K>): void {
    const known = this.#list.findIndex(({ id }) => id === thing.id);
    if (known >= 0 && this.#order(thing, this.#list[known]) === 0) {
      this.#list = this.#list.with(known, thing);
      return;
    }
    const others = known >= 0 ? this.#list.toSpliced(known, 1) : this.#list;
    const behind = others.findIndex((other) => this.#order(thing, other) <= 0);
    this.#list = others.toSpliced(behind < 0 ? others.length : behind, 0, thing);
  }

  #remove(id: string): void {
    this.#list = this.#list.filter((thing) => thing.id !== id);
  }
}

/** As their folders stand beside one another, and as the studio lists them. */
export const byFolder = (a: { id: string }, b: { id: string }): number => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);

/** @param when ISO 8601 in UTC */
export const newestFirst =
  <T>(when: (thing: T) => string) =>
  (a: T, b: T): number =>
    when(a) === when(b) ? 0 : when(a) < when(b) ? 1 : -1;
