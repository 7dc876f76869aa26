const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The things that say every word that is typed.
 * @param said what can be found of one
 */
export function findAll<T>(things: readonly T[], typed: string, said: (thing: T) => string): readonly T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return things;
  return things.filter((thing) => {
    const text = plain(said(thing));
    return words.every((word) => text.includes(word));
  });
}
