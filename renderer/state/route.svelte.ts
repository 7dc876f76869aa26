export const roomNames = ['library', 'workshop', 'shelf', 'story', 'machine'] as const;
export type RoomName = (typeof roomNames)[number];

interface Place {
  readonly room: RoomName;
  /** the open thing of that room */
  readonly id: string | undefined;
  /** what else the room keeps in its address */
  readonly values: Readonly<Record<string, string>>;
}

/** `#/library/fable?tokenizer=words` → where that is; what is not understood is the Library. */
export function readPlace(hash: string): Place {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [room, id] = path.split('/').map(decodeURIComponent);
  const known = roomNames.find((name) => name === room);
  return { room: known ?? 'library', id: id || undefined, values: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a room and the thing open in it. */
export function placeHref(room: RoomName, id?: string, values: Record<string, string> = {}): string {
  const query = new URLSearchParams(values).toString();
  return `#/${room}${id ? `/${encodeURIComponent(id)}` : ''}${query ? `?${query}` : ''}`;
}

/** Where the person is, kept in the address so that a reload and the back button work. */
class Route {
  #place = $state.raw<Place>(readPlace(globalThis.location?.hash ?? ''));
  /** the last thing open in each room, to come back to */
  #last = new Map<RoomName, string>();
  #title = $state('');

  constructor() {
    globalThis.addEventListener?.('hashchange', () => this.#read());
  }

  get room(): RoomName {
    return this.#place.room;
  }

  get id(): string | undefined {
    return this.#place.id;
  }

  get values(): Readonly<Record<string, string>> {
    return this.#place.values;
  }

  /** Name of the open thing, shown beside the room's in the title area. */
  get title(): string {
    return this.#title;
  }

  set title(name: string) {
    this.#title = name;
  }

  /** Address of a room with what was last open in it. */
  roomHref(room: RoomName): string {
    return placeHref(room, this.#last.get(room));
  }

  go(room: RoomName, id?: string, values: Record<string, string> = {}): void {
    location.hash = placeHref(room, id, values);
    this.#read();
  }

  /** Opens something else in this room without a step in the history. */
  replace(id?: string, values: Record<string, string> = {}): void {
    history.replaceState(null, '', placeHref(this.#place.room, id, values));
    this.#read();
  }

  #read(): void {
    const place = readPlace(location.hash);
    if (place.room !== this.#place.room) this.#title = '';
    this.#place = place;
    if (place.id) this.#last.set(place.room, place.id);
    else this.#last.delete(place.room);
  }
}

export const route = new Route();
