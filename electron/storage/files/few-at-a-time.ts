/** What a disk answers at once; a process may not hold thousands of files open. */
const FEW = 8;

/** Does one thing for each, a few at a time. @returns the results in the order of `things` */
export async function fewAtATime<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(things.length);
  let next = 0;
  const lane = async () => {
    while (next < things.length) {
      const at = next++;
      results[at] = await act(things[at]);
    }
  };
  await Promise.all(Array.from({ length: FEW }, lane));
  return results;
}
