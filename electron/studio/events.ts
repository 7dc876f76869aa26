import { LISTED, type EventName, type EventPayload, type Listed, type ListedKind } from '../contract/studio.ts';

type Handler<N extends EventName> = (payload: EventPayload<N>) => void;

/** Tells hosts what happens. */
export class Events {
  readonly #handlers = new Map<EventName, Set<Handler<EventName>>>();

  /** @returns ends the subscription */
  on<N extends EventName>(name: N, handler: Handler<N>): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers);
    handlers.add(handler as Handler<EventName>);
    return () => void handlers.delete(handler as Handler<EventName>);
  }

  emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) handler(payload);
  }

  /** Tells of one thing that is new or another than before. @returns it */
  changed<K extends ListedKind>(kind: K, thing: Listed<K>): Listed<K> {
    this.emit(`${kind}.changed`, { [LISTED[kind]]: thing } as never);
    return thing;
  }

  removed(kind: ListedKind, id: string): void {
    this.emit(`${kind}.removed`, { id });
  }
}
