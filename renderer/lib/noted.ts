/**
 * Notes that tell things of one name apart.
 * @param noteOf what is known of each, which may be the same, or empty
 * @param otherwise what stands behind it where another has the same name and the same note
 */
export function noted<T extends { readonly name: string }>(
  things: readonly T[],
  noteOf: (thing: T) => string,
  otherwise: (thing: T) => string,
): (thing: T) => string | undefined {
  const times = new Map<string, number>();
  const both = (thing: T) => `${thing.name}\n${noteOf(thing)}`;
  for (const thing of things) times.set(both(thing), (times.get(both(thing)) ?? 0) + 1);
  return (thing) =>
    [noteOf(thing), times.get(both(thing)) === 1 ? '' : otherwise(thing)].filter(Boolean).join(' · ') || undefined;
}
