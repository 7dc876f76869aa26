const PREFIX = 'aesop.unsent.';
/** What has no room in the window's storage. */
const long = new Map<string, string>();

/** The window's storage; nothing where it is refused. */
function kept(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** What was written there and is not yet kept by the studio; outlives leaving its field, its room, and a reload. */
export function unsentAt(place: string): string | undefined {
  return long.get(place) ?? kept()?.getItem(PREFIX + place) ?? undefined;
}

/** Holds what was written at a place. What is too long for the window's storage outlives the field and the room alone. */
export function holdUnsent(place: string, text: string): void {
  try {
    sessionStorage.setItem(PREFIX + place, text);
    long.delete(place);
  } catch {
    long.set(place, text);
    kept()?.removeItem(PREFIX + place);
  }
}

/** It was kept, or given up; what has been written since then stays. */
export function dropUnsent(place: string, text = unsentAt(place)): void {
  if (unsentAt(place) !== text) return;
  long.delete(place);
  kept()?.removeItem(PREFIX + place);
}
