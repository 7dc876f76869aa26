/** The pieces of a stream that were taken to look at, and those that are still to come. */
export async function* rejoined<Piece>(taken: Iterable<Piece>, rest: AsyncIterator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* taken;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
