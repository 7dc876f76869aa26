import type { KeptText } from './read-prepared.ts';

/** Keeps a text that is known to be small in memory. */
export function inMemory(): KeptText & { readonly text: string } {
  const pieces: string[] = [];
  return {
    write: (piece) => void pieces.push(piece),
    async *read() {
      yield* pieces;
    },
    get text() {
      return pieces.join('');
    },
  };
}
