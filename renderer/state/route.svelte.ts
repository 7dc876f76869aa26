import { placeHref, readPlace, type Place, type RoomName } from '../lib/place.ts';

export { placeHref, roomNames, type RoomName } from '../lib/place.ts';

const ABOVE_ITS_LIST = { aboveItsList: true };

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

  /** Address of what is open. */
  get here(): string {
    return placeHref(this.room, this.id, this.values);
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

  /** Another thing was opened in a room than its address says: one comes back to that. */
  leaveOpen(room: RoomName, id: string): void {
    this.#last.set(room, id);
  }

  go(room: RoomName, id?: string, values: Record<string, string> = {}): void {
    location.hash = placeHref(room, id, values);
    this.#read();
  }

  /** Opens a thing of a list as a page of its own above it, in one column. */
  goAbove(room: RoomName, id: string): void {
    this.go(room, id);
    history.replaceState(ABOVE_ITS_LIST, '');
  }

  /**
   * Where list and thing are side by side again, the page above its list is no step of its own: Back would open what is
   * there already.
   * @returns whether there was one
   */
  leaveAbove(): boolean {
    if (history.state?.aboveItsList !== true) return false;
    history.replaceState(null, '');
    history.back();
    return true;
  }

  /** Opens something else in this room without a step in the history. */
  replace(id?: string, values: Record<string, string> = {}): void {
    history.replaceState(null, '', placeHref(this.#place.room, id, values));
    this.#read();
  }

  /**
   * The same once something is done that took a while, unless the person has gone elsewhere meanwhile.
   * @returns whether it opened
   */
  replaceWhere(here: string, id?: string, values: Record<string, string> = {}): boolean {
    // The browser tells of a new address later than it stands there.
    this.#read();
    if (this.here !== here) return false;
    this.replace(id, values);
    return true;
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
