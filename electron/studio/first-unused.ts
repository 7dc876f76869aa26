/** The first of the names for 1, 2, 3 … that none of the things has. */
export function firstUnused(things: readonly { readonly name: string }[], nameFor: (number: number) => string): string {
  const taken = new Set(things.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = nameFor(number);
    if (!taken.has(name)) return name;
  }
}
