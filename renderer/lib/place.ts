export const roomNames = ['library', 'workshop', 'shelf', 'story', 'machine'] as const;
export type RoomName = (typeof roomNames)[number];

/** Where the person is in the window. */
export interface Place {
  readonly room: RoomName;
  /** the open thing of that room */
  readonly id: string | undefined;
  /** what else the room keeps in its address */
  readonly values: Readonly<Record<string, string>>;
}

/** A part of an address as it was before it was written into one; nothing where somebody typed what never was. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** `#/library/fable?tokenizer=words` → where that is; what is not understood is the Library. */
export function readPlace(hash: string): Place {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [room, id] = path.split('/').map(decoded);
  const known = roomNames.find((name) => name === room);
  return { room: known ?? 'library', id: id || undefined, values: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a room and the thing open in it. */
export function placeHref(room: RoomName, id?: string, values: Record<string, string> = {}): string {
  const query = new URLSearchParams(values).toString();
  return `#/${room}${id ? `/${encodeURIComponent(id)}` : ''}${query ? `?${query}` : ''}`;
}
