/** What takes long to make and few texts ask for: made when it is first asked for, and kept. */
export function whenNeeded<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
